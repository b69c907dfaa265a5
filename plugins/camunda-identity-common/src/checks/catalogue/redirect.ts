import { define } from './define';

/** Where the provider redirects to, and whether its answer belongs to the question. */
export const REDIRECT_FINDINGS = define(
  { group: 'redirect-uris', coversClient: true },
  [
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
      explained: true,
      causedBy: [
        { code: 'discovery.authorization-endpoint' },
        { code: 'discovery.requirements' },
      ],
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
      causedBy: [{ code: 'client.redirect-uri-target' }],
    },
    {
      code: 'client.redirect-uri-flow',
      title: 'Authorization code flow',
      severity: 'fail',
      explanation:
        'The provider takes Camunda’s authorization request for this client and only misses a signed-in person.',
      remedy:
        'Enable the authorization code flow (standard flow) and the scopes for this application.',
      source:
        'RFC 6749 section 4.1.2.1; OpenID Connect Core 1.0 section 3.1.2.6',
      causedBy: [
        { code: 'discovery.authorization-endpoint' },
        { code: 'discovery.requirements' },
      ],
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
      causedBy: [
        // Who answers for another issuer answers another question.
        { code: 'discovery.issuer-mismatch' },
      ],
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
  ],
);
