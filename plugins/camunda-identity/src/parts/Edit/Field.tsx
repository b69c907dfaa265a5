import { TextField } from '@backstage/ui';
import { useState } from 'react';
import styles from './Edit.module.css';
import { valueAt } from './mergePatch';
import type { Validation } from './validate';

/** What every field of the form gets. */
export interface FormState {
  draft: unknown;
  validation: Validation;
  /** Say what is wrong at once, as after "Save". */
  showAll: boolean;
  set(path: string, value: unknown): void;
}

/** A text of the record: what is wrong with it, or doubtful about it, stands at it. */
export function Field(props: {
  form: FormState;
  path: string;
  label: string;
  description?: string;
  isRequired?: boolean;
}) {
  const { form, path, label, description, isRequired } = props;
  const [left, setLeft] = useState(false);
  const problem = form.validation.problems.get(path);
  const value = (valueAt(form.draft, path) as string | undefined) ?? '';
  // A field that was left empty and one that is being typed are not blamed yet.
  const shown = (form.showAll || left || value !== '') && problem;
  const doubts = form.validation.doubts.get(path) ?? [];
  return (
    <div data-field={path} className={styles.field}>
      <TextField
        label={label}
        description={description}
        isRequired={isRequired}
        value={value}
        validationBehavior="aria"
        validate={() => shown || null}
        onBlur={() => setLeft(true)}
        onChange={text => form.set(path, text === '' ? undefined : text)}
      />
      {doubts.map((doubt, index) => (
        <p key={index} className={styles.doubt}>
          {doubt.message} {doubt.remedy}
        </p>
      ))}
    </div>
  );
}
