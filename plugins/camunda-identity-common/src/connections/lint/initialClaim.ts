import { finding } from '../../checks';
import { isGuid } from '../../providers';
import type { LintRule } from './types';

const setBefore: LintRule = ({ claimSetBefore }) =>
  claimSetBefore
    ? [
        finding(
          'record.initial-claim-set-before',
          'warn',
          { kind: 'record' },
          {
            message: `A connection with this name or Identity URL was deleted on ${claimSetBefore.deletedAt}; its initial claim had been set on ${claimSetBefore.claimSetAt}`,
          },
        ),
      ]
    : [];

const valueRules: LintRule = ({ initialClaim, clients }) => {
  if (!initialClaim?.value) return [];
  const { name, value } = initialClaim;
  const subject = { kind: 'record' as const };
  const client = clients.find(({ settings }) => settings.clientId === value);
  if (client)
    return [
      finding('record.initial-claim-is-client', 'warn', subject, {
        message: `The initial claim’s value is the client ID of ${client.facts.title}`,
      }),
    ];
  if (name === 'oid' && !isGuid(value))
    return [
      finding('record.initial-claim-oid', 'warn', subject, {
        message: 'The initial claim is oid, but its value is no GUID',
      }),
    ];
  return [];
};

/** Messages never hold the value: it is personal, and a report is read by others than the team. */
export const initialClaimRules: LintRule = context => [
  ...setBefore(context),
  ...valueRules(context),
];
