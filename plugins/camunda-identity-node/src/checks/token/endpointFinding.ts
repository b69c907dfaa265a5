import {
  finding,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import { PROVIDER } from '../verdict';
import type { TokenOutcome } from './outcomes';

const CODE = 'discovery.token-endpoint';

/**
 * Judges whether the token endpoint works, independent of the client.
 *
 * @param outcomes - of every request to it
 * @returns undefined if nothing was asked
 */
export function tokenEndpointFinding(
  outcomes: readonly TokenOutcome[],
): Finding | undefined {
  const said = outcomes.filter(({ kind }) => kind !== 'unknown');
  if (said.length === 0) {
    const [first] = outcomes;
    return first?.kind === 'unknown'
      ? finding(CODE, 'unknown', PROVIDER, { message: first.message })
      : undefined;
  }
  const [broken] = said.flatMap(entry =>
    entry.kind === 'broken' ? [entry] : [],
  );
  if (broken && said.every(({ kind }) => kind === 'broken'))
    return finding(CODE, 'fail', PROVIDER, {
      message: `${broken.message}. No component gets a token`,
      evidence:
        broken.status === undefined ? undefined : { status: broken.status },
    });
  const mute = said.flatMap(entry => (entry.kind === 'mute' ? [entry] : []));
  // One request alone may simply be wrong.
  if (
    mute.length === said.length &&
    mute.length > 1 &&
    mute.every(({ challenged }) => challenged)
  )
    return finding(CODE, 'fail', PROVIDER, {
      message: `The token endpoint asks everybody for a password (status ${mute[0].status}) and says nothing in OAuth’s words: something in front of it keeps Camunda out`,
      evidence: { status: mute[0].status },
    });
  // If everybody gets the same answer, valid requests perhaps included, it proves nothing about the endpoint.
  if (
    mute.length === said.length &&
    mute.every(({ status }) => status === mute[0].status)
  )
    return finding(CODE, 'unknown', PROVIDER, {
      message: `The token endpoint answers everybody with status ${mute[0].status} and says nothing in OAuth’s words, so that it is not known whether it does its work`,
      evidence: { status: mute[0].status },
    });
  return finding(CODE, 'pass', PROVIDER, {
    message: 'The token endpoint does its work',
  });
}
