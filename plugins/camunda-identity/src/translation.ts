import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { INITIAL_CLAIM_NOTICE } from 'backstage-plugin-camunda-identity-common/facts';

/**
 * The plugin's texts, for translation.
 *
 * @public
 */
export const camundaIdentityTranslationRef = createTranslationRef({
  id: 'plugin.camunda-identity',
  messages: {
    card: {
      title: 'Camunda identity',
      loading: 'Loading the connections',
      runChecks: 'Run checks',
      running: 'Checking…',
      camunda: 'Camunda {{version}}',
      issuer: 'Issuer',
      neverChecked: 'not checked yet',
      checked: 'checked {{when}}',
      recentChecks: 'Recent checks',
      recentCheck: '{{status}}, {{when}}',
    },
    empty: {
      title: 'No connection to an OpenID provider yet',
      text: 'Once this Camunda is connected, you see here which redirect URIs and grant types each component needs at your provider, whether the provider answers as Camunda expects, and what can no longer be changed.',
      action: 'Connect to an OIDC provider',
    },
    error: {
      title: 'The connections could not be loaded',
      denied: 'You may not see the connections of this entity',
      retry: 'Try again',
      check: 'The checks could not be run',
    },
    clients: {
      title: 'Applications at the provider',
      component: 'Component',
      redirectUri: 'Redirect URI',
      redirectUriHint: 'Register it at the provider',
      helmUrl: 'Helm base URL',
      helmUrlHint: 'Value of redirectUrl',
      grantTypes: 'Grant types',
      client: 'Client',
      confidential: 'confidential',
      public: 'public',
      entraWeb: 'Web',
      entraSpa: 'Single-page application',
      none: 'none needed',
      notes: 'Notes',
    },
    copy: {
      label: 'Copy {{what}}',
      done: 'Copied',
    },
    health: {
      pass: 'Healthy',
      warn: 'Needs attention',
      fail: 'Failing',
      unknown: 'Unknown',
    },
    initialClaim: {
      title: INITIAL_CLAIM_NOTICE.title,
      text: INITIAL_CLAIM_NOTICE.text,
      pending:
        'Pending: Camunda has not started with it yet, so it can still be corrected.',
      set: 'Set since {{when}}: changes of the configuration have no effect.',
      claim: 'Claim {{name}}',
      remedies: 'What to do instead',
    },
    findings: {
      title: 'Findings',
      waiting: 'Waiting for the first finding',
      fail: 'Failed',
      warn: 'Warnings',
      unknown: 'Could not be told',
      skipped: 'Skipped',
      info: 'Information',
      pass: 'Passed',
      folded: '{{passed}} passed, {{skipped}} skipped',
      more: 'More about this',
    },
  },
});
