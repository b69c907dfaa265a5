import {
  finding,
  type ClientKey,
  type Finding,
  type FindingCode,
} from 'backstage-plugin-camunda-identity-common';
import type { ProviderCheck, WithheldReason } from '../types';

const TEXTS: Record<
  WithheldReason,
  { code: FindingCode; result: 'fail' | 'unknown' | 'skipped'; message: string }
> = {
  unbound: {
    code: 'client.secret-unbound',
    result: 'unknown',
    message:
      'The stored secret was not sent: client ID, issuer or token endpoint are others than when it was stored',
  },
  unreadable: {
    code: 'client.secret-unreadable',
    result: 'unknown',
    message:
      'The stored secret cannot be decrypted: its key is no longer configured',
  },
  'known-wrong': {
    code: 'client.secret',
    result: 'fail',
    message:
      'The provider has refused the stored secret before. It is not tried again by itself: enter it anew, or mend the application at the provider and have an owner run a check',
  },
  'asked-today': {
    code: 'client.secret',
    result: 'skipped',
    message: 'The stored secret was checked today already',
  },
};

/** The finding for a stored secret that a run did not use. */
export function withheldFinding(
  client: ClientKey,
  reason: WithheldReason,
): Finding {
  const { code, result, message } = TEXTS[reason];
  return finding(
    code,
    result,
    { kind: 'client', client },
    {
      message,
      ...(reason === 'known-wrong'
        ? { evidence: { refusedBefore: true } }
        : {}),
    },
  );
}

/** Reports why each stored secret was not used. */
export const withheldCheck: ProviderCheck = {
  plan: ({ input }) =>
    Object.entries(input.withheld ?? {}).map(([client, reason]) => ({
      code: TEXTS[reason].code,
      subject: { kind: 'client', client: client as ClientKey },
    })),

  async run({ input }, report) {
    for (const [client, reason] of Object.entries(input.withheld ?? {}))
      report(withheldFinding(client as ClientKey, reason));
  },
};
