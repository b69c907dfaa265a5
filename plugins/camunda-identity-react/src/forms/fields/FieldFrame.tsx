import { BgProvider } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './FieldFrame.module.css';

/**
 * Around a field: the scaffolder's form is no Backstage UI surface, so inputs have to be told on what
 * background they stand, or they have none of their own.
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
