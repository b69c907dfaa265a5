import type { FindingDefinition } from '../types';

export const CLIENT_FINDINGS: readonly FindingDefinition[] = [
  {
    code: 'client.secret',
    title: 'Client secret',
    severity: 'fail',
    explanation:
      'The provider accepts the client ID and secret at its token endpoint.',
    remedy:
      'Copy client ID and secret from the application at the provider. With Entra copy the secret’s value, not its ID.',
    source: 'RFC 6749 section 5.2',
  },
  {
    code: 'client.token',
    title: 'Client-credentials token',
    severity: 'fail',
    explanation:
      'The provider issues a token for the client-credentials grant.',
    remedy:
      'Enable the client-credentials grant (service account) for this application.',
    source: 'RFC 6749 section 4.4',
  },
  {
    code: 'client.secret-unbound',
    title: 'Stored secret not sent',
    severity: 'unknown',
    explanation:
      'A stored secret is bound to the client ID, the issuer and the origin of the token endpoint at the time it was stored. One of them is another now, so the secret is not sent.',
    remedy: 'Enter the secret again; that binds it to the addresses of now.',
    source: 'RFC 9700 section 4.8',
  },
  {
    code: 'client.secret-unreadable',
    title: 'Stored secret cannot be decrypted',
    severity: 'unknown',
    explanation:
      'The key that encrypted the stored secret is not among camundaIdentity.secrets.keys.',
    remedy:
      'Enter the secret again, or ask an administrator to put the old key back behind the new one.',
    source: 'camundaIdentity.secrets.keys',
  },
];
