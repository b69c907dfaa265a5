import { TextField } from '@backstage/ui';
import { useState } from 'react';
import type { FormState } from '../FormState';
import { valueAt } from '../paths';
import { Doubts } from './Doubts';
import styles from '../forms.module.css';

/**
 * A text that belongs at a path of the record.
 *
 * @public
 */
export interface RecordTextFieldProps {
  form: FormState;
  path: string;
  label: string;
  description?: string;
  placeholder?: string;
  isRequired?: boolean;
  /** The value is a list of texts. */
  isList?: boolean;
  /** What is taken as long as nothing was entered. */
  byDefault?: string;
}

/** How a value is shown as text, and what becomes of the text. */
interface Spelling {
  text(value: unknown): string;
  value(text: string): unknown;
}

const TEXT: Spelling = {
  text: value => (value as string | undefined) ?? '',
  value: text => (text === '' ? undefined : text),
};

/** Names separated by commas; what follows the last comma is still being typed. */
const LIST: Spelling = {
  text: value => ((value as string[] | undefined) ?? []).join(', '),
  value: text =>
    text === '' ? undefined : text.split(',').map(name => name.trimStart()),
};

/** The problem of a path, or of a member of the list that stands there. */
function problemAt({ problems }: FormState, path: string): string | undefined {
  const inner = [...problems.keys()].find(
    key =>
      key.startsWith(`${path}.`) && /^\d+$/.test(key.slice(path.length + 1)),
  );
  return problems.get(path) ?? (inner && problems.get(inner));
}

/**
 * A text of the record: what is wrong with it, or doubtful about it, stands at it.
 *
 * @public
 */
export function RecordTextField(props: RecordTextFieldProps) {
  const { form, path, label, description, placeholder, isRequired } = props;
  const { isList, byDefault } = props;
  const spelling = isList ? LIST : TEXT;
  const [left, setLeft] = useState(false);
  const current = valueAt(form.data, path);
  const value = spelling.text(current ?? byDefault);
  const problem = problemAt(form, path);
  // A field that was left empty and one that is being typed are not blamed yet.
  const shown =
    form.showAll || left || (form.whileTyping && value !== '')
      ? problem
      : undefined;
  return (
    <div data-field={path} className={styles.cell}>
      <TextField
        label={label}
        description={description}
        placeholder={placeholder}
        isRequired={isRequired}
        value={value}
        validationBehavior="aria"
        validate={() => shown}
        onBlur={() => {
          setLeft(true);
          // A space that came with the clipboard would become part of what is registered.
          if (value !== value.trim())
            form.set(path, spelling.value(value.trim()));
        }}
        onChange={text =>
          // What is empty on purpose is not what is taken by default.
          form.set(path, byDefault ? text : spelling.value(text))
        }
      />
      <Doubts form={form} path={path} />
    </div>
  );
}
