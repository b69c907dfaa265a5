import { isGuid } from 'backstage-plugin-camunda-identity-common/schema';
import { valueAt } from '../paths';

/** What is likely to be wrong with the first administrator's claim: a text of the forms. */
export type ClaimDoubt =
  | 'doubtOid'
  | 'doubtOidProvider'
  | 'doubtEmail'
  | 'doubtSub'
  | 'doubtClient';

/**
 * What is likely to be wrong, told where it is typed.
 *
 * @param record - as far as it has been entered
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
