import { define } from './define';
import { ofTheScheme } from './when';

/** What the running Camunda sends, from outside and without a credential. */
export const RUNNING_FINDINGS = define(
  { group: 'running', coversClient: true },
  [
    {
      code: 'running.sign-in',
      title: 'Sign-in of the running component',
      severity: 'fail',
      explanation:
        'The running component sends people to a provider. Asked without credential and without a session, on a person’s click; what is observed of a single-page application is nothing, which is said and never a pass.',
      remedy:
        'Set the authentication method, profile and provider of the component.',
      source: 'Camunda, login redirect of each component',
    },
    {
      code: 'running.provider',
      title: 'Provider of the running component',
      severity: 'fail',
      explanation:
        'The running component sends people to the authorization endpoint of the record’s provider, not to another product, realm or tenant.',
      remedy:
        'Configure the issuer of the record in the component, or correct the record.',
      source: 'Login redirect against the discovery document',
    },
    {
      code: 'running.client',
      title: 'Client of the running component',
      severity: 'fail',
      explanation: 'The running component sends the client ID of the record.',
      remedy: 'Correct the client ID in the component or in the record.',
      source: 'RFC 6749 section 4.1.1',
    },
    {
      code: 'running.redirect-uri',
      title: 'Redirect URI of the running component',
      severity: 'fail',
      explanation:
        'The running component sends the redirect URI that belongs to its address: not localhost, https behind TLS, its context path once, its own callback path.',
      remedy: 'Correct the redirect URL of the component.',
      source:
        'Camunda, callback path of each component; RFC 6749 section 3.1.2',
      causedBy: [
        { code: 'running.base-url', sameClient: true, when: ofTheScheme },
      ],
    },
    {
      code: 'running.scopes',
      title: 'Scopes of the running component',
      severity: 'fail',
      explanation:
        'The running component asks for openid, and for no scope that breaks its sign-in.',
      remedy: 'Correct the scopes of the component.',
      source: 'OpenID Connect Core 1.0 section 3.1.2.1; camunda issue 53685',
    },
    {
      code: 'running.pkce',
      title: 'PKCE of the running component',
      severity: 'info',
      explanation:
        'Whether the running component sends PKCE: confidential components before 8.9 do not.',
      remedy:
        'Do not require PKCE for this application, or move to a version that sends it.',
      source: 'RFC 7636 section 4.3; Spring Security',
    },
    {
      code: 'running.registration',
      title: 'What the provider says to the component',
      severity: 'fail',
      explanation:
        'The provider takes exactly the client ID, redirect URI, scopes and PKCE that the running component makes people send.',
      remedy:
        'Register the pair that the component sends, or correct the component.',
      source: 'RFC 6749 section 4.1.2.1',
      causedBy: [
        // What a component sends wrongly, the provider refuses.
        { code: 'running.client', sameClient: true },
        { code: 'running.redirect-uri', sameClient: true },
        { code: 'running.provider', sameClient: true },
      ],
    },
    {
      code: 'running.base-url',
      title: 'Address that the component gives itself',
      severity: 'fail',
      explanation:
        'The running component knows the address under which people reach it, https included.',
      remedy:
        'Set server.forward-headers-strategy, and have the proxy send X-Forwarded-Proto and X-Forwarded-Host.',
      source: 'Spring Boot, running behind a front-end proxy',
    },
    {
      code: 'running.protection',
      title: 'Protection of the API',
      severity: 'fail',
      explanation:
        'The API of the running component refuses whoever has no token.',
      remedy: 'Switch the protection of the API on.',
      source: 'Camunda, camunda.security.authentication.unprotected-api',
    },
    {
      code: 'running.issuer',
      title: 'Issuer that the component trusts',
      severity: 'fail',
      explanation:
        'The cluster, from 8.9 on, trusts exactly the issuer of the record.',
      remedy:
        'Configure the issuer of the record in the component, slash and all.',
      source: 'RFC 9728 section 2',
      causedBy: [
        { code: 'running.provider', sameClient: true },
        { code: 'discovery.issuer-mismatch' },
      ],
    },
    {
      code: 'running.token',
      title: 'Token at the running cluster',
      severity: 'fail',
      explanation:
        'The running cluster accepts the token of a machine client whose secret was entered for this run. Where its refusal names audiences, those are told that the record has itself: nothing else of an answer to a request with a token is shown.',
      remedy: 'Compare issuer and audiences of cluster and token.',
      source: 'Camunda, AudienceValidator; RFC 6750 section 3.1',
    },
  ],
);
