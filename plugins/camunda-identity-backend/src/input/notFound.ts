import { NotFoundError } from '@backstage/errors';
import type { ConnectionRef } from './ConnectionRef';

/** The same message for a record that does not exist and one that the caller may not read. */
export function connectionNotFound(key: ConnectionRef): NotFoundError {
  return new NotFoundError(
    'id' in key
      ? 'There is no connection with this id'
      : 'There is no connection with this name',
  );
}
