import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import type { RecordDialogKind } from './types';

export type { RecordDialogKind };

const LazyRecordDialog = lazy(() =>
  import('./RecordDialog').then(m => ({ default: m.RecordDialog })),
);

/**
 * The dialogs on a record; loaded when the first one opens.
 *
 * @param onChange - the record has changed
 * @param onDelete - the record is gone
 */
export function useRecordDialog(
  connection: Connection,
  onChange: () => void,
  onDelete: () => void = onChange,
): { open(kind: RecordDialogKind): void; dialog: ReactNode } {
  const [kind, setKind] = useState<RecordDialogKind>();
  const open = useCallback((next: RecordDialogKind) => setKind(next), []);
  return {
    open,
    dialog: kind && (
      <Suspense fallback={null}>
        <LazyRecordDialog
          kind={kind}
          connection={connection}
          onClose={() => setKind(undefined)}
          onDone={kind === 'delete' ? onDelete : onChange}
        />
      </Suspense>
    ),
  };
}
