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
];
