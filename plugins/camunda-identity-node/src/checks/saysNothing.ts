import type { GuardedRequestError } from '../http';

/**
 * True where a request that failed says nothing of the endpoint: this portal does not ask there, or was
 * asked to come later.
 */
export function saysNothing({ code }: GuardedRequestError): boolean {
  return (
    code === 'transport.refused-by-policy' ||
    code === 'transport.rate-limited' ||
    code === 'transport.not-asked'
  );
}
