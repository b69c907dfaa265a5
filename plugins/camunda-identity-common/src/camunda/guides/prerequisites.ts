import { docsUrl, type DocsPage } from '../docs';
import type { CamundaVersion } from '../versions';
import type { Prerequisite } from './types';

/** A prerequisite with the page that says more about it. */
interface PrerequisiteFacts extends Omit<Prerequisite, 'links'> {
  page?: { title: string; page: DocsPage; anchor?: string };
}

/** Page, "Prerequisites". */
const PREREQUISITES: readonly PrerequisiteFacts[] = [
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
    page: {
      title: 'Configuration variables of Identity',
      page: 'variables',
      anchor: 'oidc-configuration',
    },
  },
  {
    code: 'component-specific',
    text: 'The steps are the general way. What each component needs besides stands with the component.',
  },
];

/**
 * What to have before beginning, for a version.
 *
 * @public
 */
export function prerequisites(version: CamundaVersion): Prerequisite[] {
  return PREREQUISITES.map(({ page, ...rest }) =>
    page
      ? {
          ...rest,
          links: [
            {
              title: page.title,
              url: `${docsUrl(page.page, version)}${
                page.anchor ? `#${page.anchor}` : ''
              }`,
            },
          ],
        }
      : rest,
  );
}
