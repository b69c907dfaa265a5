import { BgProvider } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './FieldFrame.module.css';

/**
 * Wraps a field: the scaffolder's form is not a Backstage UI surface, so inputs need to be told their
 * background, or they get none.
 *
 * @public
 */
export function FieldFrame(props: { children: ReactNode }) {
  return (
    <BgProvider bg="neutral-1">
      <div className={styles.frame}>{props.children}</div>
    </BgProvider>
  );
}
