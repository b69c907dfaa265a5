import { define } from './define';
import { aboutTheClient } from './when';

/** Without an accepted secret there is no token to judge. */
const CREDENTIALS = {
  reported: 'when-reached',
  needs: [['discovery.document'], ['client.secret', 'client.token']],
  coversClient: true,
} as const;

/** Whether the provider accepts client ID and secret. */
export const SECRET_FINDINGS = define({ group: 'secret', ...CREDENTIALS }, [
  {
    code: 'client.secret',
    title: 'Client secret',
    severity: 'fail',
    explanation:
      'The provider accepts the client ID and secret at its token endpoint.',
    remedy:
      'Copy client ID and secret from the application at the provider. With Entra copy the secret’s value, not its ID.',
    source: 'RFC 6749 section 5.2',
    explained: true,
    causedBy: [
      // A client that the provider does not know has neither address nor secret there.
      { code: 'client.redirect-uri', sameClient: true, when: aboutTheClient },
    ],
  },
  {
    code: 'client.secret-unbound',
    title: 'Stored secret not sent',
    severity: 'unknown',
    explanation:
      'A stored secret is bound to the client ID, the issuer and the origin of the token endpoint at the time it was stored. One of them is another now, so the secret is not sent.',
    remedy: 'Enter the secret again; that binds it to the addresses of now.',
    source: 'RFC 9700 section 4.8',
    explained: true,
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
    explained: true,
  },
]);

/** What the token endpoint says to whoever cannot be right. */
export const CONTROL_FINDINGS = define({ group: 'controls' }, [
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
]);

/** What is known of a client at all. */
export const COVERAGE_FINDINGS = define(
  { group: 'coverage', reported: 'when-wrong' },
  [
    {
      code: 'client.checked',
      title: 'What is known of the client',
      severity: 'unknown',
      explanation:
        'The run found something out about the client, at the provider or at the running component. Where it did not, its health is not known, whatever the status says of the others.',
      remedy:
        'Enter its secret for a check, or store one, and name its address.',
      source: 'Coverage of a report',
    },
  ],
);

/** What tokens a client gets, and how. */
export const TOKEN_FINDINGS = define({ group: 'token', ...CREDENTIALS }, [
  {
    code: 'client.token',
    title: 'Client-credentials token',
    severity: 'fail',
    explanation:
      'The provider issues a token for the client-credentials grant.',
    remedy:
      'Enable the client-credentials grant (service account) for this application.',
    source: 'RFC 6749 section 4.4',
    explained: true,
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
]);
