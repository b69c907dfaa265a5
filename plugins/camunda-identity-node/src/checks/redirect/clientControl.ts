import { randomUUID } from 'node:crypto';
import {
  finding,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import { PROVIDER } from '../verdict';
import type { ProbeAnswer } from './answers';
import { ONLY_A_PERSON_IS_MISSING } from './judge';

/** A client ID that cannot be registered. */
export function madeUpClientId(): string {
  return `not-registered-${randomUUID()}`;
}

/**
 * Judges the answer to a client that does not exist.
 *
 * @returns undefined if the answer is inconclusive
 */
export function clientControlFinding(
  answer: ProbeAnswer | undefined,
): Finding | undefined {
  if (answer?.kind === 'refused')
    return finding('client.any-client', 'pass', PROVIDER, {
      message: 'The authorization endpoint refuses a client that cannot exist',
    });
  const accepted =
    answer?.kind === 'back' &&
    (answer.code ||
      answer.error === undefined ||
      ONLY_A_PERSON_IS_MISSING.includes(answer.error));
  return accepted
    ? finding('client.any-client', 'fail', PROVIDER, {
        message:
          'The authorization endpoint takes a client ID that cannot exist, so that it proves nothing of yours',
        evidence: { endpoint: 'authorization_endpoint' },
      })
    : undefined;
}
