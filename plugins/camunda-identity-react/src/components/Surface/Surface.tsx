import type { ReactNode } from 'react';
import styles from './Surface.module.css';

/**
 * Around everything of this suite: the colours of states, and secondary text that can be read in the dark.
 *
 * @public
 */
export function Surface(props: { children: ReactNode; className?: string }) {
  return (
    <div
      data-plugin="camunda-identity"
      className={[styles.surface, props.className].filter(Boolean).join(' ')}
    >
      {props.children}
    </div>
  );
}

/**
 * The same for what is not inside, such as a dialog.
 *
 * @public
 */
export const surfaceClass: string = styles.surface ?? '';
