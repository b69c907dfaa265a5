import { define } from './define';

/**
 * What a real sign-in of a person shows. What is in the access token has the codes `client.token…`, whether
 * the secret is right `client.secret`, as in a check.
 */
export const LOGIN_FINDINGS = define({ group: 'login', coversClient: true }, [
  {
    code: 'login.response',
    title: 'Answer to the sign-in',
    severity: 'fail',
    explanation:
      'The provider sends the person back with a code. With an error instead, nobody who is like that person can sign in to the component.',
    remedy:
      'Assign the person to the application, and grant the consent that it needs.',
    source: 'RFC 6749 section 4.1.2.1',
  },
  {
    code: 'login.response-issuer',
    title: 'Who answered the sign-in',
    severity: 'fail',
    explanation:
      'The answer names the issuer that was asked (iss), where the provider names one or promises to. A code of somebody else is not redeemed.',
    remedy:
      'Have the authorization endpoint and the issuer be those of the same provider; look at proxies that rewrite one of them.',
    source: 'RFC 9207 section 2.4',
  },
  {
    code: 'login.redemption',
    title: 'Code for tokens',
    severity: 'fail',
    explanation:
      'The token endpoint gives tokens for the code, with the client’s own way to authenticate and PKCE.',
    remedy:
      'Enable the authorization-code grant for this application and look at the log of the provider’s token endpoint.',
    source: 'RFC 6749 section 4.1.3; RFC 7636 section 4.5',
  },
  {
    code: 'login.id-token',
    title: 'ID token',
    severity: 'fail',
    explanation:
      'There is an ID token, made for this client, with the nonce of this sign-in, valid now, of the configured issuer, and a key of the key set verifies it.',
    remedy:
      'Compare the issuer of record and provider, their clocks, and the key set.',
    source: 'OpenID Connect Core 1.0 section 3.1.3.7',
  },
  {
    code: 'login.id-token-algorithm',
    title: 'Signature of the ID token',
    severity: 'fail',
    explanation:
      'The ID token is signed with an algorithm that the component’s library takes: RS256, unless it is told otherwise.',
    remedy: 'Have the provider sign ID tokens of this application with RS256.',
    source: 'Spring Security, OidcIdTokenDecoderFactory; Camunda Identity SDK',
  },
  {
    code: 'login.token-audience',
    title: 'The token at other components',
    severity: 'warn',
    explanation:
      'Web Modeler and Camunda Hub call other components with the token of the person who is signed in; its audience is one that those accept.',
    remedy:
      'Add the audience of the other component to the tokens of this application, or have the modeler ask for tokens of its own (CLIENT_CREDENTIALS).',
    source: 'Camunda docs, Web Modeler, cluster authentication BEARER_TOKEN',
  },
  {
    code: 'login.user-name',
    title: 'Claim of the user name',
    severity: 'fail',
    explanation:
      'The claim by which the component knows people is in the token that it reads, as a text that is not empty.',
    remedy:
      'Add the claim to the access token of this application, or name one that is there.',
    source: 'Camunda docs, username claim of each component',
  },
  {
    code: 'login.profile',
    title: 'Name and e-mail address',
    severity: 'warn',
    explanation:
      'The token that the component reads has name, preferred_username and email; without them people are shown by an opaque ID, and Web Modeler cannot invite them.',
    remedy:
      'Add the claims to the access token of this application, and grant the scopes profile and email.',
    source: 'OpenID Connect Core 1.0 sections 5.1 and 5.4',
  },
  {
    code: 'login.groups',
    title: 'Claim of the groups',
    severity: 'warn',
    explanation:
      'The groups claim that the record names is in the token as a list. Somebody in very many groups gets a reference instead, which Camunda does not follow.',
    remedy:
      'Add the groups claim to the tokens of this application; with Entra emit only groups that are assigned to it.',
    source:
      'Camunda docs, "Bring your own groups"; Microsoft, "Group overages"',
  },
  {
    code: 'login.initial-claim',
    title: 'First administrator',
    severity: 'fail',
    explanation:
      'The initial claim is in the access token as a text. Where its value is the record’s, the person who signed in becomes the first administrator; where it is another, somebody else does.',
    remedy:
      'Add the claim to the access token of this application, or choose one that is there before Camunda starts for the first time.',
    source: 'Page, "Initial claim"',
  },
  {
    code: 'login.refresh-token',
    title: 'Refresh token',
    severity: 'warn',
    explanation:
      'A refresh token came with the access token where the component asks for offline_access; without one people have to sign in again whenever their token expires.',
    remedy:
      'Enable the refresh-token grant and the scope offline_access for this application. A provider that goes by the letter wants prompt=consent for that, which Camunda does not send: switch it off there.',
    source: 'OpenID Connect Core 1.0 section 11',
  },
  {
    code: 'login.user-info',
    title: 'UserInfo',
    severity: 'warn',
    explanation:
      'The UserInfo endpoint takes the access token, where the component asks it (the cluster from 8.9 on).',
    remedy:
      'Set camunda.security.authentication.oidc.user-info-enabled to false where the token is made for another audience.',
    source: 'OpenID Connect Core 1.0 section 5.3; camunda issue 49811',
  },
]);
