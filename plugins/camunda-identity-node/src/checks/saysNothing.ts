import type { GuardedRequestError } from '../http';

/**
 * True if a failed request says nothing about the endpoint: this portal may not ask there, or was told to retry
 * later.
 */
export function saysNothing({ code }: GuardedRequestError): boolean {
  return (
    code === 'transport.refused-by-policy' ||
    code === 'transport.rate-limited' ||
    code === 'transport.not-asked'
  );
}
