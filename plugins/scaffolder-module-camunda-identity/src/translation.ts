import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { INITIAL_CLAIM_NOTICE } from 'backstage-plugin-camunda-identity-common/facts';

/**
 * Texts of the form fields, for translation.
 *
 * @public
 */
export const camundaIdentityFieldsTranslationRef = createTranslationRef({
  id: 'plugin.scaffolder.camunda-identity',
  messages: {
    entity: {
      label: 'System that runs Camunda',
      hint: 'One of those that you or your teams own',
      none: 'You own no system, component or resource with the annotation camunda-identity/connections. Add it to the catalog file of the one that runs Camunda.',
      loading: 'Reading the catalog…',
      choose: 'Choose one',
      other: 'Another one, by its reference',
      reference: 'Reference of the entity',
      referenceHint: 'Only its owners and administrators may connect it',
      failed: 'The catalog could not be read',
    },
    name: {
      label: 'Name of the connection',
      hint: 'Unique in this portal; client IDs begin with it',
      again:
        'This system has a connection of this name. With the same values it is taken up again; with others it is refused.',
      taken: 'There is a connection of this name already; choose another one',
      form: 'Lower case letters, digits and single hyphens, such as payments-prod',
    },
    connection: {
      label: 'Connection',
      hint: 'One of those that you or your teams own',
      none: 'You own no connection. Connect a Camunda first, or enter the name of one that you may change.',
      loading: 'Reading the connections…',
      other: 'Another one, by its name',
      failed: 'The connections could not be read',
    },
    client: {
      label: 'Application',
      hint: 'Only those that have a secret',
      connectionFirst: 'Choose the connection first',
    },
    review: {
      applications: 'Applications at the provider',
      secret: 'Secret',
    },
    provider: {
      preset: 'Provider',
      otherPreset: 'Another provider',
      presetDocs: 'How to get an application at this provider',
      type: 'Provider type',
      generic: 'Any OpenID Connect provider',
      microsoft: 'Microsoft Entra ID',
      issuer: 'Issuer',
      issuerHint:
        'The value of "issuer" in the provider’s discovery document, such as https://idp.example.com/realms/payments',
      backendUrl: 'Internal issuer URL (used inside the cluster)',
      backendUrlHint:
        'Only where the cluster reaches the provider under another address; optional',
      tenantId: 'Directory (tenant) ID',
      tenantIdHint:
        'On the overview page of the directory in the Entra admin center',
      cloud: 'Cloud',
      checking: 'Asking the provider…',
      pass: 'The provider answers as Camunda expects',
      warn: 'The provider answers, with remarks',
      fail: 'The provider cannot be used as it is',
      unknown: 'The check was inconclusive',
      useIssuer: 'Use {{issuer}}',
      continueAnyway: 'Continue anyway',
      checkFailed: 'The provider could not be checked',
    },
    installation: {
      title: 'Installation',
      domain: 'Domain of the installation',
      domainHint:
        'Addresses, client IDs and audiences below follow from it; every one can be changed. An audience is what the provider writes into aud of access tokens; many write the client ID.',
      layout: 'Addresses',
      hosts: 'A host for each component',
      paths: 'One host, a path for each component',
      secrets: 'Client secrets are in',
      kubernetes: 'a Kubernetes Secret',
      env: 'environment variables',
      later: 'nothing yet, or stored in the portal later',
      kubernetesSecret: 'Name of the Kubernetes Secret',
      all: 'All components of Camunda {{version}}',
    },
    components: {
      url: 'URL',
      urlHint: 'Base URL, without the callback path',
      clientId: 'Client ID',
      audience: 'Audience',
      audienceHint: 'The aud of its access tokens, unlike any other’s',
      secretVariable: 'Environment variable with the client secret',
      audienceDefault: 'Defaults to the client ID',
      audienceOfTarget:
        'Defaults to that of Zeebe or the Orchestration Cluster',
      adminUsers: 'First administrators',
      adminUsersHint:
        'Their username claim, separated by commas; without one nobody administers the cluster',
      secretName: 'Kubernetes Secret with the client secret',
      secretKey: 'Key in the Secret',
      register: 'Register this redirect URI at the provider',
      registerMany: 'Register these redirect URIs at the provider',
      copy: 'Copy {{uri}}',
      copied: 'Copied',
      confidential: 'Confidential client',
      public: 'Public client',
      connectorsMode: 'Mode',
      inbound: 'Inbound and outbound',
      outbound: 'Outbound only',
      reference:
        'Secrets are references: enter where Camunda finds them, never the secret itself.',
    },
    initialClaim: {
      title: INITIAL_CLAIM_NOTICE.title,
      text: INITIAL_CLAIM_NOTICE.text,
      label: 'First administrator (initial claim)',
      name: 'Claim name',
      value: 'Claim value',
      nameHint:
        'A claim of the first administrator’s token, such as oid at Entra ID and sub elsewhere',
      oidHint: 'Object ID of the first administrator, a GUID',
      valueHint: 'What the token of the first administrator has in this claim',
      doubtOid:
        'oid is the object ID of a user, a GUID. This value is none, so nobody would become administrator.',
      doubtOidProvider:
        'Only Microsoft Entra ID issues oid. At most other providers use sub, or a claim that you know to be in the token.',
      doubtEmail: 'This value is no e-mail address.',
      doubtClient:
        'This is the client ID of an application. The first administrator is a person.',
    },
  },
});
