import { libraryOf } from 'backstage-plugin-camunda-identity-common';
import { compareIssuers } from '../../checks/discovery/compareIssuers';
import { verifySignature } from '../../checks/token/claims/signature';
import { about, type LoginJudge } from './types';

/** Any algorithm that a key set can verify; which of them the component accepts is a separate finding. */
const VERIFIABLE = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

/** Checks of the ID token beyond those of the library: the record's issuer and the signature. */
export const judgeIdToken: LoginJudge = async facts => {
  const { context, idToken } = facts;
  const { iss } = idToken.claims;
  const { issuer } = context.resolved;
  if (typeof iss !== 'string' || compareIssuers(issuer, iss) !== 'identical')
    return [
      about(facts, 'login.id-token', 'fail', {
        message: `The ID token names the issuer ${String(iss).slice(
          0,
          2048,
        )}, configured is ${issuer}`,
      }),
    ];
  const signature = await verifySignature({ ...idToken, context }, VERIFIABLE);
  return [
    about(facts, 'login.id-token', signature.result, {
      message:
        signature.result === 'pass'
          ? 'The ID token is for this client and this sign-in, and a key of the key set verifies it'
          : signature.message,
    }),
  ];
};

/** Whether the component's library accepts the algorithm. */
export const judgeIdTokenAlgorithm: LoginJudge = facts => {
  const { context, idToken, kept } = facts;
  const taken = libraryOf(
    kept.client,
    context.input.camundaVersion,
  )?.idTokenAlgorithms;
  if (!taken?.length) return [];
  const alg = String(idToken.header.alg).slice(0, 20);
  const isTaken = taken.includes(alg);
  return [
    about(facts, 'login.id-token-algorithm', isTaken ? 'pass' : 'fail', {
      message: isTaken
        ? `The ID token is signed with ${alg}`
        : `The ID token is signed with ${alg}; the component takes ${taken.join(
            ', ',
          )}`,
      evidence: { algorithm: alg },
    }),
  ];
};
