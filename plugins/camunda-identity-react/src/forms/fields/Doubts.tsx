import type { FormState } from '../FormState';
import styles from '../forms.module.css';

/**
 * What is doubtful about the value at a path, in the words of the check that will report it.
 *
 * @public
 */
export function Doubts(props: { form: FormState; path: string }) {
  const doubts = props.form.doubts?.get(props.path) ?? [];
  return (
    <>
      {doubts.map(({ code, message, remedy }, index) => (
        <p key={`${code} ${index}`} className={styles.doubt}>
          {message} {remedy}
        </p>
      ))}
    </>
  );
}
