import { isGuid } from 'backstage-plugin-camunda-identity-common/schema';
import { valueAt } from '../paths';

/** Keys of the forms' texts about likely mistakes in the initial claim. */
export type ClaimDoubt =
  | 'doubtOid'
  | 'doubtOidProvider'
  | 'doubtEmail'
  | 'doubtSub'
  | 'doubtClient';

/**
 * A likely mistake in the initial claim, to be shown at its field.
 *
 * @param record - as entered so far
 * @param name - of the claim
 */
export function doubtOf(record: unknown, name: string): ClaimDoubt | undefined {
  if (name === 'oid' && valueAt(record, 'provider.type') === 'GENERIC')
    return 'doubtOidProvider';
  const value = String(valueAt(record, 'initialClaim.value') ?? '');
  if (!value) return undefined;
  if (name === 'oid' && !isGuid(value)) return 'doubtOid';
  if (name === 'email' && !value.includes('@')) return 'doubtEmail';
  if (name === 'sub' && value.includes('@')) return 'doubtSub';
  const clientIds = JSON.stringify(valueAt(record, 'components') ?? {});
  return clientIds.includes(`"clientId":${JSON.stringify(value)}`)
    ? 'doubtClient'
    : undefined;
}
