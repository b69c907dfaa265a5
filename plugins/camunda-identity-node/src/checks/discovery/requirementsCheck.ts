import { checkOf } from '../checkOf';
import { DOCUMENT } from '../document';
import type { Verdict } from '../verdict';

const REQUIREMENTS = {
  require_pushed_authorization_requests: 'pushed authorization requests (PAR)',
  require_signed_request_object: 'signed request objects',
};

/**
 * The provider must not require what Camunda's components cannot do (RFC 9126 section 5; RFC 9101 section
 * 10.5).
 */
export const requirementsCheck = checkOf(
  DOCUMENT,
  'discovery.requirements',
  ({ document }): Verdict => {
    const required = Object.entries(REQUIREMENTS)
      .filter(([member]) => document[member] === true)
      .map(([, name]) => name);
    return required.length === 0
      ? {
          result: 'pass',
          message: 'Plain authorization requests are accepted',
        }
      : {
          result: 'fail',
          message: `The provider requires ${required.join(
            ' and ',
          )}, which Camunda does not send`,
        };
  },
);
