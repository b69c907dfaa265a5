import { define } from './define';

/** Codes of the lint rules that depend on which provider it is. */
export const RECORD_PROVIDER_FINDINGS = define(
  { group: 'record', reported: 'when-wrong', needs: [] },
  [
    {
      code: 'record.token-scope-application',
      title: 'Token scope of another application',
      severity: 'warn',
      explanation:
        'The scope names another application than the one whose token is needed: Zeebe’s up to 8.7, the Orchestration Cluster’s from 8.8 on. Connectors then get a token that is refused (401).',
      remedy:
        'Use <client id>/.default of the application that is called, or leave the scope out.',
      source: 'helm issue 4815',
    },
    {
      code: 'record.operate-scope',
      title: 'Connectors without a scope for Operate',
      severity: 'warn',
      explanation:
        'In inbound mode Connectors ask Entra for a token of Operate, and without a scope Entra refuses (AADSTS90014). The record has no Operate to take it from, so the written configuration has no OPERATE_CLIENT_SCOPE.',
      remedy: 'Add Operate to the record, or use outbound mode.',
      source: 'helm issue 4793; camunda-docs pull request 5622',
    },
    {
      code: 'record.cluster-claims',
      title: 'Users taken for clients',
      severity: 'warn',
      explanation:
        'Every token of Entra has the claim azp and none has client_id. Unless the cluster reads azp and prefers the username claim, it takes people for machines, or finds no client at all.',
      remedy:
        'Set clientIdClaim to azp and preferUsernameClaim to true, or leave both out.',
      source: 'Camunda docs, "JWT token claims" and the principal rule',
    },
    {
      code: 'record.entra-as-generic',
      title: 'Entra ID as a generic provider',
      severity: 'warn',
      explanation:
        'The issuer is one of Microsoft Entra ID. As a generic provider it gets no token scope, and Entra refuses tokens without one (AADSTS90014).',
      remedy:
        'Choose the provider type Microsoft Entra ID and enter the tenant.',
      source: 'Page, tab "Microsoft Entra ID"',
    },
    {
      code: 'record.entra-shared-tenant',
      title: 'Not the issuer of one tenant',
      severity: 'warn',
      explanation:
        'common, organizations and consumers are no tenant: tokens name the tenant as their issuer, and applications of one tenant are refused there (AADSTS50194).',
      remedy: 'Use the issuer of your tenant.',
      source: 'Microsoft, AADSTS error codes',
      causedBy: [{ code: 'discovery.issuer-mismatch' }],
    },
    {
      code: 'record.auth0-trailing-slash',
      title: 'The issuer’s slash is missing',
      severity: 'warn',
      explanation:
        'The issuers of this product (Auth0, authentik) end in a slash, in the discovery document and in every token. Issuers are compared character by character.',
      remedy: 'Add the slash at the end of the issuer.',
      source:
        'OpenID Connect Discovery 1.0 section 4.3; chart 8.10, scenario auth0',
      causedBy: [{ code: 'discovery.issuer-mismatch' }],
    },
    {
      code: 'record.cognito-audience',
      title: 'The product’s tokens have no audience',
      severity: 'warn',
      explanation:
        'Client-credentials tokens of this product (Amazon Cognito) have no aud claim, so that components refuse them ("Token audiences are [], expected at least one of").',
      remedy:
        'Use a pre token generation trigger that sets aud, or another provider for machines.',
      source: 'camunda issue 44650; page of 8.8, "Known limitations"',
      causedBy: [{ code: 'client.token-audience' }],
    },
    {
      code: 'record.split-horizon',
      title: 'Two hosts for one issuer',
      severity: 'warn',
      explanation:
        'Browser and containers reach the provider under different hosts. For generic providers Camunda 8.8 and later does not support that: the cluster checks the issuer that it is told.',
      remedy:
        'Make the issuer reachable from the containers, under its own name.',
      source: 'Camunda docs 8.8, "Generic OIDC provider"',
    },
    {
      code: 'record.duplicate-url',
      title: 'One address for two components',
      severity: 'warn',
      explanation:
        'Two components have the same base URL. They have different redirect URIs under it, and only one of them can answer there.',
      remedy: 'Give each component its own host or path.',
      source:
        'Page, "Component-specific configuration"; camunda-docs issue 4066',
    },
    {
      code: 'record.duplicate-secret',
      title: 'One secret for two applications',
      severity: 'warn',
      explanation:
        'Two applications are told to find their secrets in the same place. A secret belongs to one application at the provider.',
      remedy: 'Use a key of the Kubernetes Secret for each.',
      source: 'RFC 6749 section 2.3.1',
    },
    {
      code: 'record.secret-expires',
      title: 'Secret expires soon',
      severity: 'warn',
      explanation:
        'The client secret expires within 30 days; sign-ins fail then (AADSTS7000222).',
      remedy: 'Create a new secret and replace it where Camunda finds it.',
      source: 'Microsoft, AADSTS error codes',
    },
    {
      code: 'record.initial-claim-mutable',
      title: 'A claim that can change',
      severity: 'info',
      explanation:
        'At Entra preferred_username, email and name can change, and preferred_username is in access tokens only as an optional claim. The object ID (oid) stays.',
      remedy: 'Use oid where you can.',
      source: 'Microsoft, access token claims reference',
    },
    {
      code: 'record.entra-sub',
      title: 'sub at Entra',
      severity: 'warn',
      explanation:
        'At Entra the same person has another sub in each application, so a rule or a name by sub holds for one application only.',
      remedy: 'Use oid; for the cluster’s user name also preferred_username.',
      source: 'Microsoft, access token claims reference',
    },
  ],
);
