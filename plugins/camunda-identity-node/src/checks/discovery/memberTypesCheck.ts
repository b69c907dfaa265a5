import { refusesFaultyDocuments } from 'backstage-plugin-camunda-identity-common';
import { checkOf } from '../checkOf';
import { DOCUMENT } from '../document';
import type { Verdict } from '../verdict';
import { listed, listedEvidence } from '../listed';
import { REQUIRED_LISTS } from './requiredMembersCheck';
import { fits, kindOf, LISTS, type MemberKind } from './members';

const NAMES: Record<MemberKind, string> = {
  text: 'a text',
  url: 'an address',
  texts: 'a list of texts',
  truth: 'true or false',
  object: 'an object',
};

/** If these are wrong, components of no version can start. */
const NEEDED = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'response_types_supported',
  'id_token_signing_alg_values_supported',
];

function wrongMembers(document: Readonly<Record<string, unknown>>) {
  return Object.entries(document).flatMap(([member, value]) => {
    const kind = kindOf(member);
    return kind && value !== null && !fits(kind, value)
      ? [{ member, kind }]
      : [];
  });
}

/**
 * Types of known members (OpenID Connect Discovery 1.0 sections 3 and 4.2). From 8.8 on a member of a wrong
 * type makes the cluster's discovery fail, since Nimbus reads them all. It treats null as absent.
 */
export const memberTypesCheck = checkOf(
  DOCUMENT,
  'discovery.member-types',
  ({ document, context }): Verdict => {
    const wrong = wrongMembers(document);
    if (wrong.length > 0) {
      const strict = refusesFaultyDocuments(context.input.camundaVersion);
      return {
        result:
          strict || wrong.some(({ member }) => NEEDED.includes(member))
            ? 'fail'
            : 'warn',
        message: `${listed(
          wrong.map(({ member, kind }) => `${member} is not ${NAMES[kind]}`),
          '; ',
        )}${
          strict
            ? '. From 8.8 on the cluster’s discovery ends with an error then'
            : ''
        }`,
        evidence: {
          members: listedEvidence(wrong.map(({ member }) => member)),
        },
      };
    }
    const empty = LISTS.filter(
      member =>
        !REQUIRED_LISTS.includes(member) &&
        Array.isArray(document[member]) &&
        !(document[member] as unknown[]).length,
    );
    const nulls = Object.keys(document).filter(
      member => document[member] === null && kindOf(member),
    );
    const remarks = [
      empty.length > 0 &&
        `Lists without an entry have to be left out: ${empty.join(', ')}`,
      nulls.length > 0 &&
        `Members without a value have to be left out: ${listed(nulls)}`,
    ].filter(Boolean);
    return remarks.length > 0
      ? { result: 'info', message: remarks.join('. ') }
      : { result: 'pass', message: 'Every known member has its type' };
  },
);
