import { define } from './define';
import { namesMember } from './when';

/** The keys with which components verify tokens. */
export const JWKS_FINDINGS = define(
  { group: 'keys', needs: [['discovery.document'], ['jwks.document']] },
  [
    {
      code: 'jwks.document',
      title: 'Key set',
      severity: 'fail',
      explanation:
        'The key set (JWKS) answers with a JSON object that has at least one key.',
      remedy: 'Check jwks_uri in the discovery document.',
      source: 'RFC 7517 section 5',
      causedBy: [
        { code: 'discovery.endpoints' },
        { code: 'discovery.endpoint-urls', when: namesMember('jwks_uri') },
        // Without a signing key of its own a product signs with the secret, and publishes no key.
        { code: 'discovery.signing-algorithms' },
      ],
    },
    {
      code: 'jwks.usable-key',
      title: 'Signing key',
      severity: 'fail',
      explanation:
        'At least one key of the set can verify a signature that components take: RS or ES with 256, 384 or 512, not PS.',
      remedy: 'Add an RSA or EC signing key at the provider.',
      source: 'OpenID Connect Core 1.0 section 10.1',
      causedBy: [{ code: 'discovery.signing-algorithms' }],
    },
    {
      code: 'jwks.private-keys',
      title: 'Public keys only',
      severity: 'fail',
      explanation:
        'The key set has no private and no symmetric keys. Whoever reads one can make tokens that Camunda accepts.',
      remedy:
        'Treat these keys as stolen: replace them at the provider, then publish public keys only.',
      source: 'OpenID Connect Core 1.0 section 10.1; RFC 7517 section 9.2',
    },
    {
      code: 'jwks.key-size',
      title: 'Size of keys',
      severity: 'fail',
      explanation:
        'RSA keys have at least 2048 bits. Java refuses smaller ones.',
      remedy: 'Replace the key with one of at least 2048 bits.',
      source: 'RFC 7518 section 3.3',
    },
    {
      code: 'jwks.key-ids',
      title: 'Key IDs',
      severity: 'fail',
      explanation:
        'Where there are several keys, each has a kid by which a token names the key that signed it. One key listed for several algorithms is information, keys for different algorithms or uses with one kid a warning; two for the same are taken for one another.',
      remedy: 'Give each key its own kid at the provider.',
      source: 'OpenID Connect Core 1.0 section 10.1; RFC 7517 section 4.5',
    },
    {
      code: 'jwks.key-use',
      title: 'Use of keys',
      severity: 'warn',
      explanation: 'use and key_ops of a key do not contradict each other.',
      remedy: 'Correct use or key_ops at the provider.',
      source: 'RFC 7517 sections 4.2 and 4.3',
    },
    {
      code: 'jwks.certificates',
      title: 'Certificates of keys',
      severity: 'warn',
      explanation:
        'A certificate in x5c is valid, and its key is the key beside which it stands.',
      remedy: 'Renew the signing certificate at the provider.',
      source: 'RFC 7517 section 4.7',
    },
  ],
);
