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
      backendUrl: 'Issuer for containers',
      backendUrlHint:
        'Only where containers reach the provider under another address; optional',
      tenantId: 'Directory (tenant) ID',
      tenantIdHint:
        'On the overview page of the directory in the Entra admin center',
      cloud: 'Cloud',
      checking: 'Asking the provider…',
      pass: 'The provider answers as Camunda expects',
      warn: 'The provider answers, with remarks',
      fail: 'The provider cannot be used as it is',
      unknown: 'It could not be told whether the provider can be used',
      checkFailed: 'The provider could not be checked',
    },
    components: {
      url: 'URL',
      urlHint: 'Base URL, without the callback path',
      clientId: 'Client ID',
      audience: 'Audience',
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
      name: 'Claim name',
      value: 'Claim value',
      nameHint:
        'A claim of the first administrator’s token; Camunda’s default is oid',
      valueHint: 'For oid the object ID of the first administrator’s user',
    },
  },
});
