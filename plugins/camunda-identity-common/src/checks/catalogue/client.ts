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
    code: 'client.any-secret',
    title: 'Any secret is accepted',
    severity: 'fail',
    explanation:
      'The token endpoint refuses a secret that cannot be right. Where it does not, that yours is accepted proves nothing, and anybody can ask for tokens. Asked once in a run that a person starts, and never where wrong secrets lock an application.',
    remedy:
      'Have the application authenticate itself (confidential, with a secret); look for a proxy or a development mode that accepts everything.',
    source: 'RFC 6749 sections 2.3 and 5.2',
  },
  {
    code: 'client.any-client',
    title: 'Any client is accepted',
    severity: 'fail',
    explanation:
      'The provider refuses a client ID that cannot exist. Where it does not, that yours is accepted proves nothing, and anybody can ask for tokens.',
    remedy:
      'Look for a development mode that accepts everything, or for another server than the one that is meant.',
    source: 'RFC 6749 sections 4.1.2.1 and 5.2',
  },
  {
    code: 'client.checked',
    title: 'What is known of the client',
    severity: 'unknown',
    explanation:
      'The run found something out about the client, at the provider or at the running component. Where it did not, its health is not known, whatever the status says of the others.',
    remedy: 'Enter its secret for a check, or store one, and name its address.',
    source: 'Coverage of a report',
  },
  {
    code: 'client.token-auth-method',
    title: 'How the secret is sent',
    severity: 'warn',
    explanation:
      'How the token endpoint takes the secret, against how the component sends it: the cluster with HTTP Basic, Camunda’s Java client in the body.',
    remedy:
      'Allow the method that the component uses for this application, or set the component’s client-authentication-method.',
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
      'The provider accepts this redirect URI for this client. Asked without anybody signing in (prompt=none) and compared with its answer for an address that nobody has registered: where its words do not tell, the difference does, and the finding says "likely". An address that guides name beside the one that the component sends is information.',
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
  {
    code: 'client.redirect-uri-state',
    title: 'State comes back',
    severity: 'fail',
    explanation:
      'The provider redirects back with exactly the state that was sent. Components end a sign-in otherwise (authorization_request_not_found).',
    remedy:
      'Have the provider, or a proxy that rewrites its redirects, return state unchanged.',
    source: 'RFC 6749 section 4.1.2',
  },
  {
    code: 'client.redirect-uri-issuer',
    title: 'Issuer of the answer',
    severity: 'fail',
    explanation:
      'Where the answer names its issuer (iss), it is the one of the document. Another one means that another provider or realm answers, whose ID tokens components refuse.',
    remedy: 'Check that authorization endpoint and issuer belong together.',
    source: 'RFC 9207 section 2.4',
  },
  {
    code: 'client.redirect-uri-target',
    title: 'Answer goes elsewhere',
    severity: 'fail',
    explanation:
      'The provider sends its answer to the redirect URI that was asked for, and to no other address.',
    remedy:
      'Have the provider redirect to the address of the request; look for a single address that is set there for all applications.',
    source: 'RFC 6749 section 4.1.2; RFC 9700 section 4.1',
  },
  {
    code: 'client.redirect-uri-code',
    title: 'Code without a sign-in',
    severity: 'fail',
    explanation:
      'No code is issued while nobody is signed in and prompt=none was sent. A provider that does signs in whoever opens the address.',
    remedy:
      'Look for a development mode, or for a rule that signs people in by their address.',
    source: 'OpenID Connect Core 1.0 section 3.1.2.6',
  },
];
