import { TextField } from '@backstage/ui';
import { useState } from 'react';
import { useRequired } from '../../components/required';
import type { FormState } from '../FormState';
import { valueAt } from '../paths';
import { Doubts } from './Doubts';
import styles from '../forms.module.css';

/**
 * A text at a path of the record.
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
  /** Whether the value is a list of texts. */
  isList?: boolean;
  /** Used while nothing is entered. */
  byDefault?: string;
}

/** Converts between value and displayed text. */
interface Spelling {
  text(value: unknown): string;
  value(text: string): unknown;
}

const TEXT: Spelling = {
  text: value => (value as string | undefined) ?? '',
  value: text => (text === '' ? undefined : text),
};

/** Names separated by commas; the part after the last comma is still being typed. */
const LIST: Spelling = {
  text: value => ((value as string[] | undefined) ?? []).join(', '),
  value: text =>
    text === '' ? undefined : text.split(',').map(name => name.trimStart()),
};

/** The problem of a path, or of an entry of the list at that path. */
function problemAt({ problems }: FormState, path: string): string | undefined {
  const inner = [...problems.keys()].find(
    key =>
      key.startsWith(`${path}.`) && /^\d+$/.test(key.slice(path.length + 1)),
  );
  return problems.get(path) ?? (inner && problems.get(inner));
}

/**
 * A text field of the record that shows its problems and doubts.
 *
 * @public
 */
export function RecordTextField(props: RecordTextFieldProps) {
  const { form, path, label, description, placeholder, isRequired } = props;
  const { isList, byDefault } = props;
  const required = useRequired();
  const spelling = isList ? LIST : TEXT;
  const [left, setLeft] = useState(false);
  const current = valueAt(form.data, path);
  const value = spelling.text(current ?? byDefault);
  const problem = problemAt(form, path);
  // Empty fields, and fields being typed in, do not show problems yet.
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
        {...(isRequired ? required : undefined)}
        value={value}
        validationBehavior="aria"
        validate={() => shown}
        onBlur={() => {
          setLeft(true);
          // A pasted space would become part of the registered value.
          if (value !== value.trim())
            form.set(path, spelling.value(value.trim()));
        }}
        onChange={text =>
          // A deliberately emptied field does not get the default.
          form.set(path, byDefault ? text : spelling.value(text))
        }
      />
      <Doubts form={form} path={path} />
    </div>
  );
}
