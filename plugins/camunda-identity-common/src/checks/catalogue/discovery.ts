import { define } from './define';
import { namesMember, onlyNeededMembers, saidToFollow } from './when';

/** What the discovery document says, and where it is. */
export const DISCOVERY_FINDINGS = define({ group: 'document' }, [
  {
    code: 'discovery.document',
    title: 'Discovery document',
    severity: 'fail',
    explanation:
      'The issuer answers with its discovery document, a JSON object, at /.well-known/openid-configuration.',
    remedy:
      'Check the issuer: it is the value of "issuer" in the provider’s own discovery document.',
    source: 'OpenID Connect Discovery 1.0 sections 4.1 and 4.2',
    causedBy: [
      // The address is wrong, and another one works.
      { code: 'discovery.location' },
    ],
  },
  {
    code: 'discovery.location',
    title: 'Location of the discovery document',
    severity: 'fail',
    explanation:
      'The issuer is an issuer: not the address of the discovery document itself, not an authorization or token endpoint, and complete, with /v2.0 or a slash at the end where the provider has one. Where the document is not found, other addresses are tried and the one that would work is named.',
    remedy: 'Configure the issuer that is named.',
    source: 'OpenID Connect Discovery 1.0 section 4; RFC 8414 section 3.1',
  },
  {
    code: 'discovery.issuer-mismatch',
    title: 'Issuer',
    severity: 'fail',
    explanation:
      'The document names exactly the issuer that is configured. Camunda compares character by character and refuses everything else, a slash at the end included.',
    remedy: 'Copy the issuer from the discovery document.',
    source: 'OpenID Connect Discovery 1.0 section 4.3; RFC 8414 section 3.3',
  },
  {
    code: 'discovery.member-types',
    title: 'Types of members',
    severity: 'fail',
    explanation:
      'Every member that OpenID Connect describes has the type that it describes: text, address, list of texts, true or false. From 8.8 on one of another type ends the cluster’s discovery. null and empty lists should be left out.',
    remedy: 'Correct the document at the provider.',
    source: 'OpenID Connect Discovery 1.0 sections 3 and 4.2',
    causedBy: [
      // One member, looked at from two sides.
      { code: 'discovery.endpoints', when: onlyNeededMembers },
    ],
  },
  {
    code: 'discovery.required-members',
    title: 'Required members',
    severity: 'fail',
    explanation:
      'The document has the lists that it must have, each with an entry: subject_types_supported, response_types_supported and id_token_signing_alg_values_supported. From 8.8 on the cluster’s discovery ends with an error without them; before, it is a warning.',
    remedy:
      'Have the provider, or the proxy that rewrites its document, name them.',
    source:
      'OpenID Connect Discovery 1.0 section 3; Nimbus OIDCProviderMetadata',
  },
  {
    code: 'discovery.endpoints',
    title: 'Endpoints',
    severity: 'fail',
    explanation:
      'The document names the authorization endpoint, the token endpoint and the key set.',
    remedy:
      'Check that this is an OpenID Connect issuer and not a plain OAuth server.',
    source: 'OpenID Connect Discovery 1.0 section 3',
  },
  {
    code: 'discovery.endpoint-urls',
    title: 'Form of endpoints',
    severity: 'fail',
    explanation:
      'Every endpoint is an absolute https URL without a fragment. Plain http counts as information where this portal allows it.',
    remedy: 'Correct the addresses at the provider.',
    source: 'RFC 6749 sections 3.1 and 3.2; RFC 8414 section 2',
    causedBy: [
      // Plain http is one cause, wherever it shows.
      { code: 'transport.https', when: saidToFollow },
    ],
  },
  {
    code: 'discovery.endpoint-hosts',
    title: 'Hosts of endpoints',
    severity: 'info',
    explanation:
      'Endpoints lie on the issuer’s own host, or on those that are known for this product. Others may be right, but codes and secrets are sent there.',
    remedy: 'Make sure that these hosts belong to the provider.',
    source: 'RFC 9700 section 2.6',
  },
  {
    code: 'discovery.authorization-endpoint',
    title: 'Authorization endpoint',
    severity: 'fail',
    explanation:
      'The authorization endpoint does its work: it redirects back, shows a page on which people sign in, or says what is wrong with the request. An error status, no answer, redirects in a circle and a page on which nobody can sign in mean that nobody gets into Camunda.',
    remedy:
      'Open the address in a browser; have whoever runs the provider, or the proxy in front of it, see to it.',
    source: 'RFC 6749 section 3.1; OpenID Connect Core 1.0 section 3.1.2',
    causedBy: [
      {
        code: 'discovery.endpoint-urls',
        when: namesMember('authorization_endpoint'),
      },
    ],
  },
  {
    code: 'discovery.token-endpoint',
    title: 'Token endpoint',
    severity: 'fail',
    explanation:
      'The token endpoint does its work: it issues a Bearer token or refuses in the words of OAuth. An error status, no answer, a redirect, a page, an error with status 200 or a token of another type mean that no component gets a token. Asked with a made-up client too, where a person runs the check.',
    remedy:
      'Have whoever runs the provider, or the proxy in front of it, see to it.',
    source: 'RFC 6749 sections 3.2, 5.1 and 5.2',
    causedBy: [
      { code: 'discovery.endpoint-urls', when: namesMember('token_endpoint') },
    ],
  },
  {
    code: 'discovery.response-types',
    title: 'Response type code',
    severity: 'fail',
    explanation:
      'The provider supports response type "code", with which people sign in to Camunda.',
    remedy: 'Enable the authorization code flow at the provider.',
    source: 'OpenID Connect Discovery 1.0 section 3',
  },
  {
    code: 'discovery.grant-types',
    title: 'Grant types',
    severity: 'warn',
    explanation:
      'The provider lists the grant types that Camunda’s components use: authorization_code, refresh_token and client_credentials. Many providers’ lists are absent or incomplete.',
    remedy:
      'Enable the grant types at the provider, unless it has them without saying so.',
    source:
      'Page, "Additional considerations"; OpenID Connect Discovery 1.0 section 3',
  },
  {
    code: 'discovery.scopes',
    title: 'Scopes',
    severity: 'warn',
    explanation:
      'The provider lists the scopes that components ask for at sign-in, openid above all.',
    remedy:
      'Enable these scopes at the provider, or enter the provider’s own scopes in the record.',
    source: 'OpenID Connect Core 1.0 sections 3.1.2.1, 5.4 and 11',
  },
  {
    code: 'discovery.pkce',
    title: 'PKCE',
    severity: 'warn',
    explanation:
      'The provider supports PKCE with S256, which public clients (the user interfaces) need. With "plain" alone they cannot be safe.',
    remedy: 'Enable PKCE with S256 at the provider.',
    source: 'RFC 7636 section 4.2; RFC 9700 section 2.1.1',
  },
  {
    code: 'discovery.auth-methods',
    title: 'Client authentication',
    severity: 'warn',
    explanation:
      'The token endpoint takes what Camunda’s clients do: the cluster from 8.8 on client_secret_basic or private_key_jwt, Camunda’s Java client (Connectors, machine clients) client_secret_post.',
    remedy:
      'Allow the methods that are named for confidential clients at the provider, or use a certificate (private_key_jwt) where the component can.',
    source: 'OpenID Connect Core 1.0 section 9',
  },
  {
    code: 'discovery.signing-algorithms',
    title: 'Signing algorithms',
    severity: 'fail',
    explanation:
      'ID tokens are signed with RS256, which components take unless they are told otherwise, or with another algorithm that they can verify: RS or ES with 256, 384 or 512, not PS.',
    remedy: 'Choose RS256 as signing algorithm at the provider.',
    source:
      'OpenID Connect Discovery 1.0 section 3; OpenID Connect Core 1.0 section 15.1; RFC 8725 section 3.1',
  },
  {
    code: 'discovery.requirements',
    title: 'Requirements that Camunda cannot meet',
    severity: 'fail',
    explanation:
      'The provider demands neither pushed authorization requests nor signed request objects. Camunda sends plain authorization requests.',
    remedy:
      'Switch the requirement off at the provider for Camunda’s applications.',
    source: 'RFC 9126 section 5; RFC 9101 section 10.5',
  },
  {
    code: 'discovery.token-issuer',
    title: 'Issuer of access tokens',
    severity: 'warn',
    explanation:
      'Access tokens name the issuer of the document. Some products (AD FS) say in access_token_issuer that theirs name another; components refuse such tokens.',
    remedy: 'Have access tokens name the issuer.',
    source: 'AD FS metadata member access_token_issuer; RFC 9068 section 4',
    causedBy: [{ code: 'client.token-issuer' }],
  },
  {
    code: 'discovery.subject-types',
    title: 'Kind of sub',
    severity: 'info',
    explanation:
      'The claim sub is the same for every client. A pairwise one is another for each: it names nobody across components, and as initial claim it has to be the value that Management Identity’s own client gets.',
    remedy:
      'Use another claim, such as email or preferred_username, or have the provider issue public subjects.',
    source: 'OpenID Connect Core 1.0 section 8',
  },
  {
    code: 'discovery.initial-claim',
    title: 'Initial claim',
    severity: 'info',
    explanation:
      'The provider lists the claim that names the first administrator. Most lists are incomplete, so that only a sign-in is proof.',
    remedy:
      'Add the claim to access tokens at the provider, or choose another one before Camunda starts for the first time.',
    source:
      'OpenID Connect Discovery 1.0 section 3, claims_supported; page, initial claim',
  },
  {
    code: 'discovery.typed-endpoints',
    title: 'Endpoints typed by hand',
    severity: 'fail',
    explanation:
      'Endpoints that the record names are the ones of the discovery document.',
    remedy: 'Leave them out of the record, or copy them from the document.',
    source: 'Page, Helm values authUrl, tokenUrl, jwksUrl',
  },
  {
    code: 'discovery.backend-issuer',
    title: 'Backend issuer',
    severity: 'fail',
    explanation:
      'The issuer that components use among themselves serves the same issuer and the same keys as the public one. Where only Camunda’s cluster reaches it, this portal cannot tell.',
    remedy: 'Use an address of the same provider and realm.',
    source: 'Page, issuerBackendUrl; OpenID Connect Discovery 1.0 section 4.3',
  },
  {
    code: 'discovery.document-changed',
    title: 'Document changed',
    severity: 'info',
    explanation:
      'The document says the same as at the last check, whatever the order of its members. A changed issuer, endpoint or key set address is a warning.',
    remedy: 'Check that the change was intended.',
    source: 'RFC 9700 section 4.4',
  },
  {
    code: 'discovery.product',
    title: 'Product',
    severity: 'info',
    explanation:
      'Which product the provider is, recognised by address and document, and what is particular about it.',
    source: 'Address and discovery document',
  },
  {
    code: 'logout.endpoint',
    title: 'Logout endpoint',
    severity: 'warn',
    explanation:
      'The provider names its logout endpoint, so that signing out of Camunda ends the session at the provider too.',
    remedy:
      'Enable RP-initiated logout at the provider. Without it, people stay signed in there.',
    source: 'OpenID Connect RP-Initiated Logout 1.0 section 2.1',
  },
  {
    code: 'logout.post-logout-uri',
    title: 'Post-logout redirect URI',
    severity: 'warn',
    explanation:
      'From 8.9 on the Orchestration Cluster signs people out at the provider, which sends them back to /post-logout. Asked without anybody being signed in, and compared with the answer for an address that nobody has registered; many providers do not tell.',
    remedy:
      'Register the address as a post-logout redirect URI of the application; at Entra it is one more redirect URI.',
    source:
      'OpenID Connect RP-Initiated Logout 1.0 sections 2 and 3; Camunda docs 8.9, "Connect external identity provider" of the Orchestration Cluster',
  },
]);
