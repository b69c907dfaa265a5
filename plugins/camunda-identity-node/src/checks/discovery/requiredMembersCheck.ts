import { refusesFaultyDocuments } from 'backstage-plugin-camunda-identity-common';
import { checkOf } from '../checkOf';
import { DOCUMENT } from '../document';
import type { Verdict } from '../verdict';

/** Lists that a document must have, with at least one entry (OpenID Connect Discovery 1.0 section 3). */
export const REQUIRED_LISTS = [
  'subject_types_supported',
  'response_types_supported',
  'id_token_signing_alg_values_supported',
];

/**
 * Lists that a document must have. From 8.8 on the cluster refuses a document without them (Nimbus
 * OIDCProviderMetadata). Endpoints and key set are checked elsewhere.
 */
export const requiredMembersCheck = checkOf(
  DOCUMENT,
  'discovery.required-members',
  ({ document, context }): Verdict => {
    const missing = REQUIRED_LISTS.filter(member => {
      const value = Object.hasOwn(document, member)
        ? document[member]
        : undefined;
      return (
        value === undefined ||
        value === null ||
        (Array.isArray(value) &&
          !value.some(entry => typeof entry === 'string' && entry !== ''))
      );
    });
    if (missing.length === 0)
      return { result: 'pass', message: 'Every list that has to be there is' };
    const strict = refusesFaultyDocuments(context.input.camundaVersion);
    return {
      result: strict ? 'fail' : 'warn',
      message: `The document has no ${missing.join(' and no ')}${
        strict
          ? ': from 8.8 on the cluster’s discovery ends with an error'
          : ', which from 8.8 on ends the cluster’s discovery with an error'
      }`,
      evidence: { members: missing },
    };
  },
);
