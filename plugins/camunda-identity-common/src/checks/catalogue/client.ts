import type { FindingDefinition } from '../types';

/** Whether the provider knows a client, what tokens it gets, and where it may redirect. */
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
  {
    code: 'client.token-auth-method',
    title: 'How the secret is sent',
    severity: 'info',
    explanation:
      'Whether the token endpoint takes the secret with HTTP Basic, which Camunda uses by default, or only in the body.',
    remedy:
      'Allow client_secret_basic for this application, or set client_secret_post for the component.',
    source: 'OpenID Connect Core 1.0 section 9; RFC 6749 section 2.3.1',
  },
  {
    code: 'client.token-format',
    title: 'Form of the access token',
    severity: 'unknown',
    explanation:
      'The access token is a signed JWT. Components verify it themselves, which an opaque token does not allow; what is in that cannot be told here.',
    remedy:
      'Choose JWT as form of access tokens, or ask for a token of an API of your own (audience), where the provider makes a difference.',
    source: 'RFC 9068 section 2',
  },
  {
    code: 'client.token-signature',
    title: 'Signature of the token',
    severity: 'fail',
    explanation: 'A key of the key set verifies the access token.',
    remedy:
      'Check that the token endpoint and the key set belong to the same issuer.',
    source: 'RFC 9068 section 4; RFC 8725 section 3',
  },
  {
    code: 'client.token-issuer',
    title: 'Issuer of the token',
    severity: 'fail',
    explanation:
      'The access token names exactly the configured issuer. Components refuse it otherwise.',
    remedy: 'Configure the issuer that tokens name, or correct the provider’s.',
    source: 'RFC 9068 section 4; RFC 7519 section 4.1.1',
  },
  {
    code: 'client.token-version',
    title: 'Version of the token',
    severity: 'fail',
    explanation:
      'Entra issues a v2.0 token for the application. A v1.0 token has another issuer and audience, and ends in a redirect loop.',
    remedy:
      'Set api.requestedAccessTokenVersion to 2 in the application’s manifest.',
    source: 'Page, Entra tab, step 2; Microsoft, access tokens',
  },
  {
    code: 'client.token-audience',
    title: 'Audience of the token',
    severity: 'fail',
    explanation:
      'The access token has the audience that the component checks. Components refuse it otherwise.',
    remedy:
      'Add the audience to this application’s tokens at the provider, or enter the audience that they have.',
    source: 'Page, "Steps"; RFC 9068 section 4',
  },
  {
    code: 'client.token-lifetime',
    title: 'Lifetime of the token',
    severity: 'warn',
    explanation:
      'The access token is valid now, for at least a minute and at most a day.',
    remedy:
      'Change the lifetime of access tokens at the provider; check its clock where a token has expired already.',
    source: 'RFC 7519 sections 4.1.4 and 4.1.5; RFC 9700 section 2.2',
  },
  {
    code: 'client.token-client',
    title: 'Client in the token',
    severity: 'warn',
    explanation:
      'The access token names the client for which it was issued, in azp, client_id or appid. Camunda needs it to tell applications from people.',
    remedy: 'Add the claim at the provider, or set clientIdClaim.',
    source: 'OpenID Connect Core 1.0 section 2; RFC 9068 section 2.2',
  },
  {
    code: 'client.redirect-uri',
    title: 'Redirect URI',
    severity: 'fail',
    explanation:
      'The provider accepts this redirect URI for this client. Asked without anybody signing in (prompt=none) and compared with its answer for an address that nobody has registered.',
    remedy:
      'Register exactly this redirect URI at the provider: case, slash and https count.',
    source:
      'RFC 6749 sections 3.1.2 and 4.1.2.1; OpenID Connect Core 1.0 section 3.1.2.6',
  },
  {
    code: 'client.redirect-uri-open',
    title: 'Redirects anywhere',
    severity: 'fail',
    explanation:
      'The provider does not send codes to addresses that nobody has registered. One that does lets anybody collect them.',
    remedy:
      'Register exact redirect URIs instead of patterns with an asterisk at the provider.',
    source: 'RFC 9700 sections 2.1 and 4.1',
  },
  {
    code: 'client.redirect-uri-flow',
    title: 'Authorization code flow',
    severity: 'fail',
    explanation:
      'The provider takes Camunda’s authorization request for this client and only misses a signed-in person.',
    remedy:
      'Enable the authorization code flow (standard flow) and the scopes for this application.',
    source: 'RFC 6749 section 4.1.2.1; OpenID Connect Core 1.0 section 3.1.2.6',
  },
];
