import type { ProviderCheck } from 'backstage-plugin-camunda-identity-node';

const CODE = 'acme.support-contact';
const TITLE = 'Support contact';
const subject = { kind: 'provider' as const };

/** The company's rule: a provider's document says where its documentation is. */
export const supportContactCheck: ProviderCheck = {
  definitions: [
    {
      code: CODE,
      title: TITLE,
      severity: 'warn',
      explanation: 'The discovery document says where people find help.',
      remedy: 'Add service_documentation to the document.',
      source: 'Acme platform handbook; OpenID Connect Discovery 1.0 section 3',
    },
  ],

  plan: () => [{ code: CODE, subject }],

  async run(context, report) {
    const discovery = await context.discovery();
    if (!discovery.ok) {
      report({
        code: CODE,
        title: TITLE,
        subject,
        result: 'skipped',
        message: 'There is no discovery document to look at',
      });
      return;
    }
    const found = typeof discovery.document.service_documentation === 'string';
    report({
      code: CODE,
      title: TITLE,
      subject,
      result: found ? 'pass' : 'warn',
      message: found
        ? 'The document says where people find help'
        : 'The document does not say where people find help',
      remedy: found ? undefined : 'Add service_documentation to the document.',
    });
  },
};
