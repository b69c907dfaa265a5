import { define } from './define';

export const RECORD_FINDINGS = define(
  { group: 'record', reported: 'when-wrong', needs: [] },
  [
    {
      code: 'record.http-url',
      title: 'Plain http',
      severity: 'warn',
      explanation:
        'An address uses http instead of https. Codes and tokens travel readable, and most providers register only https redirect URIs.',
      remedy: 'Use https.',
      source: 'RFC 9700 section 2.6',
    },
    {
      code: 'record.loopback-url',
      title: 'Address of the machine itself',
      severity: 'warn',
      explanation:
        'localhost and 127.0.0.1 mean another machine in every container and for every person.',
      remedy: 'Use the address that people and containers reach.',
      source: 'Chart defaults such as http://localhost:8084',
    },
    {
      code: 'record.double-slash',
      title: 'Double slash in an address',
      severity: 'warn',
      explanation:
        'An address has an empty path segment, as when a part that should stand there was left empty.',
      remedy: 'Remove the double slash, or fill in what is missing.',
      source: 'helm pull request 3967 (AADSTS90002)',
    },
    {
      code: 'record.issuer-form',
      title: 'Issuer that looks like an endpoint',
      severity: 'info',
      explanation:
        'The issuer ends like a token endpoint. That of WSO2 Identity Server does rightly; elsewhere the issuer is what stands before, and the check of the discovery document names it.',
      remedy:
        'Compare with the member issuer of the provider’s discovery document.',
      source: 'OpenID Connect Discovery 1.0 section 3',
    },
    {
      code: 'record.placeholder',
      title: 'Placeholder left',
      severity: 'warn',
      explanation:
        'A value still looks like a placeholder of the documentation, such as <IDENTITY_URL>.',
      remedy: 'Replace it with the value of your provider.',
      source: 'Page, "Configuration"',
    },
    {
      code: 'record.duplicate-client-id',
      title: 'One application for several components',
      severity: 'warn',
      explanation:
        'Camunda’s page asks for an application per component. One for all is possible, but a public and a confidential component cannot share one.',
      remedy: 'Register an application for each component.',
      source: 'Page, "Steps"',
    },
    {
      code: 'record.duplicate-audience',
      title: 'One audience for several components',
      severity: 'warn',
      explanation:
        'A token for one of these components is accepted by the others too.',
      remedy: 'Give each component an audience of its own.',
      source: 'camunda-docs pull request 9945',
    },
    {
      code: 'record.secret-missing',
      title: 'No secret for a confidential client',
      severity: 'warn',
      explanation:
        'The component has to authenticate at the provider, but the record does not say where its secret is.',
      remedy:
        'Add a secret reference: the Kubernetes Secret or environment variable in which Camunda finds it.',
      source: 'Page, "Steps"; AADSTS7000218',
    },
    {
      code: 'record.secret-expired',
      title: 'Secret expired',
      severity: 'fail',
      explanation: 'The date on which the secret expires has passed.',
      remedy: 'Create a new secret at the provider and enter its date.',
      source: 'AADSTS7000222',
    },
    {
      code: 'record.audience-missing',
      title: 'No audience',
      severity: 'warn',
      explanation:
        'Camunda’s configuration needs the audience of this component and the record has none.',
      remedy: 'Enter the audience that the provider puts into tokens.',
      source: 'Page, "Steps"',
    },
    {
      code: 'record.audience-not-accepted',
      title: 'Audience that nobody accepts',
      severity: 'warn',
      explanation:
        'A client that asks for tokens of its own asks for another audience than the component that it calls accepts: Zeebe and Operate up to 8.7, the Orchestration Cluster from 8.8 on. The call ends with 401 ("Audience mismatch"), and Connectors do not become ready.',
      remedy:
        'Leave the audience out, which then is that of the component, or enter one that the component accepts.',
      source:
        'Camunda docs, "Connectors configuration"; "Connect external identity provider" of the Orchestration Cluster',
    },
    {
      code: 'record.microsoft-audience',
      title: 'Audience is not the client ID',
      severity: 'warn',
      explanation:
        'With Entra the audience of a v2.0 token is the client ID of the application.',
      remedy: 'Leave the audience out; it defaults to the client ID.',
      source: 'Page, Entra tab, step 3',
    },
    {
      code: 'record.scope-form',
      title: 'Form of a scope',
      severity: 'warn',
      explanation:
        'A token scope is the application’s client ID and /.default, without spaces and brackets.',
      remedy: 'Write <client ID>/.default.',
      source: 'Page, Entra tab; AADSTS70011, AADSTS1002012',
    },
    {
      code: 'record.initial-claim-oid',
      title: 'Initial claim is no object ID',
      severity: 'warn',
      explanation:
        'The claim oid holds the object ID of a user in Entra, a GUID. Another value never matches, and nobody can administer Identity.',
      remedy:
        'Enter the object ID of the first administrator, or name another claim.',
      source: 'Page, Entra tab, Helm values',
    },
    {
      code: 'record.initial-claim-is-client',
      title: 'Initial claim is an application',
      severity: 'warn',
      explanation:
        'The initial claim’s value is the client ID of one of the applications, not that of a person.',
      remedy: 'Enter the object ID of the first administrator’s user.',
      source: 'Page, Entra tab, Helm values',
    },
    {
      code: 'record.unknown-cloud',
      title: 'Microsoft cloud that is not configured',
      severity: 'fail',
      explanation:
        'The record names a Microsoft cloud that the portal’s configuration does not have, so that no address of the provider is known.',
      remedy:
        'Choose another cloud for the record, or ask an administrator to add this one to camundaIdentity.microsoft.clouds.',
      source: 'camundaIdentity.microsoft.clouds',
    },
    {
      code: 'record.initial-claim-set-before',
      title: 'Initial claim may have been applied before',
      severity: 'warn',
      explanation:
        'A connection with this name or Identity URL was deleted after Camunda had started with its initial claim. Camunda applies an initial claim to a new database only: with the old one, the claim of this record has no effect.',
      remedy:
        'If the database is still there, record the claim that it has as set; if it was recreated, record that with a reset of the initial claim.',
      source: 'Page, "Steps", initial claim',
    },
    {
      code: 'record.report-capped',
      title: 'Report shortened',
      severity: 'info',
      explanation:
        'A report has a limited size. Where more is found, texts are shortened and the less important findings left out; the counts of the summary and the status are those of everything that was found.',
      remedy:
        'Mend what is reported and run again; a provider’s document with thousands of members is a fault of its own.',
      source: 'Limit of this product: 64 KiB',
    },
  ],
);
