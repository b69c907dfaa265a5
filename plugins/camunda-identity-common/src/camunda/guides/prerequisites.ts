import type { Prerequisite } from './types';

/**
 * Page, "Prerequisites".
 *
 * @public
 */
export const PREREQUISITES: readonly Prerequisite[] = [
  {
    code: 'provider-configuration',
    text: 'You know how your provider is configured, its issuer URL above all.',
  },
  {
    code: 'create-applications',
    text: 'You may create applications at your provider, or somebody does it for you.',
  },
  {
    code: 'application-values',
    text: 'Of each application you can see client ID, client secret and audience.',
  },
  {
    code: 'initial-claim',
    text: 'You have decided on the claim, name and value, by which the first administrator is recognised.',
  },
  {
    code: 'component-specific',
    text: 'The steps are the general way. What each component needs besides stands with the component.',
  },
];
