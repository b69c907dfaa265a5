import { finding, type Finding } from '../../checks';
import type { SetupInput } from './types';

/** Distinct audiences that tokens of these applications must have, in the order of the applications. */
export function allAudiences({ applications }: SetupInput): string[] {
  return [...new Set(applications.flatMap(entry => entry.audiences))];
}

/**
 * The finding for a product whose authorization server supports only one audience, if the record needs more.
 */
export function oneAudienceOnly(input: SetupInput, product: string): Finding[] {
  const audiences = allAudiences(input);
  return audiences.length <= 1
    ? []
    : [
        finding(
          'config.setup-one-audience',
          'warn',
          { kind: 'record' },
          {
            message: `An authorization server of ${product} has one audience; this record has ${audiences.length}. Give all components the same audience, or each its own issuer`,
          },
        ),
      ];
}
