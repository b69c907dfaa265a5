import type { FormState } from '../FormState';
import styles from '../forms.module.css';

/**
 * The problem of a value without a text field, such as a choice or a group.
 *
 * @public
 */
export function Problem(props: { form: FormState; path: string }) {
  const problem = props.form.problems.get(props.path);
  return problem && (props.form.showAll || props.form.whileTyping) ? (
    <p className={styles.problem}>{problem}</p>
  ) : null;
}
