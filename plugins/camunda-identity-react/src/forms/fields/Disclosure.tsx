import type { ReactNode } from 'react';
import type { FormState } from '../FormState';
import { valueAt } from '../paths';
import styles from '../forms.module.css';

/** Rarely needed fields, collapsed while they are empty and without problems. */
export function Disclosure(props: {
  form: FormState;
  summary: string;
  /** Paths of the fields inside. */
  paths: readonly string[];
  children: ReactNode;
}) {
  const { form, summary, paths, children } = props;
  const isUsed = paths.some(
    path =>
      valueAt(form.data, path) !== undefined ||
      form.problems.has(path) ||
      form.doubts?.has(path),
  );
  return (
    <details className={styles.more} open={isUsed || undefined}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
