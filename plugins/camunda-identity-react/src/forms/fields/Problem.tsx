import type { FormState } from '../FormState';
import styles from '../forms.module.css';

/**
 * What is wrong with a value that has no text field of its own, such as a choice or a group.
 *
 * @public
 */
export function Problem(props: { form: FormState; path: string }) {
  const problem = props.form.problems.get(props.path);
  return problem && (props.form.showAll || props.form.whileTyping) ? (
    <p className={styles.problem}>{problem}</p>
  ) : null;
}
