import type { Fault } from '../Fault';
import { sendJson, type Faults, type Keys } from '../FaultyProvider';

/** Seconds since 1970. */
const now = () => Math.floor(Date.now() / 1000);

const HOUR = 3_600;

const base64 = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** The secret is right in each case: it is the token that is unusable. */
const tokenFault = (
  name: string,
  faults: Faults,
  expected: string[] = [],
): Fault => ({
  name,
  faults,
  expected: ['client.secret zeebe pass', ...expected],
  // Nothing of a token goes into a report.
  never: /eyJ/,
});

const claims = (change: Record<string, unknown>): Faults => ({
  claims: standard => ({ ...standard, ...change }),
});

/** Answers a text as the access token. */
const text = (token: string): Faults => ({
  issued: (_req, res) =>
    sendJson(res, { access_token: token, token_type: 'Bearer' }),
});

/** @param other - a key that the provider does not publish, under the kid of the published one */
export function claimFaults(other: Keys): Fault[] {
  return [
    tokenFault(
      'issues tokens for another audience',
      claims({ aud: 'other-api' }),
      ['client.token-audience zeebe fail'],
    ),
    tokenFault(
      'issues tokens without an audience',
      claims({ aud: undefined }),
      ['client.token-audience zeebe fail'],
    ),
    tokenFault(
      'issues tokens of another issuer',
      claims({ iss: 'https://other.example.com' }),
      ['client.token-issuer zeebe fail'],
    ),
    tokenFault(
      'issues tokens that have expired',
      claims({ iat: now() - 2 * HOUR, exp: now() - HOUR }),
      ['client.token-lifetime zeebe fail'],
    ),
    tokenFault('issues tokens that never expire', claims({ exp: undefined })),
    tokenFault(
      'issues tokens that are not valid yet',
      claims({ nbf: now() + HOUR }),
    ),
    tokenFault(
      'issues tokens of the first version',
      claims({
        ver: '1.0',
        iss: 'https://sts.windows.net/5d0f2a61-7b84-4c1e-9a3d-2f6e8b0c4d17/',
      }),
      ['client.token-issuer zeebe fail'],
    ),
    tokenFault('signs tokens with another key', { signer: other }, [
      'client.token-signature zeebe fail',
    ]),
    tokenFault(
      'signs tokens with a key that it does not publish',
      {
        signer: { ...other, publicJwk: { ...other.publicJwk, kid: 'gone' } },
      },
      ['client.token-signature zeebe fail'],
    ),
    // The key set that was fetched has the old key; the token is signed with the new one.
    tokenFault(
      'rotates its key between two fetches',
      {
        signer: { ...other, publicJwk: { ...other.publicJwk, kid: 'next' } },
        jwks: (_req, res, provider) => {
          const first =
            provider.asked.filter(path => path === '/jwks').length < 2;
          sendJson(res, {
            keys: first
              ? [provider.publicJwk]
              : [provider.publicJwk, { ...other.publicJwk, kid: 'next' }],
          });
        },
      },
      ['client.token-signature zeebe pass'],
    ),
    tokenFault(
      'does not sign tokens',
      text(`${base64({ alg: 'none' })}.${base64({ sub: 'zeebe' })}.`),
      ['client.token-signature zeebe fail'],
    ),
    tokenFault('issues opaque tokens', text('b0a1c2d3-opaque'), [
      'client.token-format zeebe unknown',
    ]),
    tokenFault(
      'issues tokens that are nearly JWTs',
      text(`${base64({ alg: 'RS256' })}.e30`),
    ),
  ];
}
