import type { ReactNode } from 'react';
import styles from './Surface.module.css';

/**
 * Wraps everything of this suite: colours of states, and secondary text that is readable in dark mode.
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
 * The same for content outside of it, such as dialogs.
 *
 * @public
 */
export const surfaceClass: string = styles.surface ?? '';
