import { checkOf } from '../checkOf';
import { DOCUMENT } from '../document';
import type { Verdict } from '../verdict';

/** Endpoints that Camunda cannot do without. */
export const NEEDED_ENDPOINTS = [
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
] as const;

/** Authorization endpoint, token endpoint and key set are named (Discovery 1.0 section 3). */
export const endpointsCheck = checkOf(
  DOCUMENT,
  'discovery.endpoints',
  ({ document }): Verdict => {
    const missing = NEEDED_ENDPOINTS.filter(
      name => typeof document[name] !== 'string',
    );
    return missing.length === 0
      ? {
          result: 'pass',
          message:
            'Authorization endpoint, token endpoint and key set are named',
        }
      : {
          result: 'fail',
          message: `The document does not name ${missing.join(', ')}`,
        };
  },
);
