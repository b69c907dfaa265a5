import { FindingText } from '../../components/FindingText';
import type { FormState } from '../FormState';
import styles from '../forms.module.css';

/**
 * Doubts about the value at a path, with the messages of the check that will report them.
 *
 * @public
 */
export function Doubts(props: { form: FormState; path: string }) {
  const doubts = props.form.doubts?.get(props.path) ?? [];
  return (
    <>
      {doubts.map((finding, index) => (
        <p key={`${finding.code} ${index}`} className={styles.doubt}>
          <FindingText finding={finding} part="message" />{' '}
          <FindingText finding={finding} part="remedy" />
        </p>
      ))}
    </>
  );
}
