import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { auditedCheck } from './auditedCheck';
import { referenceInput, referenceSchema } from './reference';
import { findingOutput, shortFinding } from './summary';
import type { ActionServices } from './types';

export { referenceSchema as checkConnectionInput };

export function registerCheckConnection(
  registry: ActionsRegistryService,
  services: ActionServices,
) {
  registry.register({
    name: 'check-connection',
    title: 'Check a Camunda OIDC connection',
    description:
      'Checks a connection against its OpenID provider now (discovery, keys, stored secrets) and stores the report. Returns the status and every finding that is not a pass, with what to do about it. Takes some seconds; limited per user and connection.',
    // Stores a report and sends requests to the provider; changes nothing that people edit.
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z => z.object(referenceInput(z)),
      output: z =>
        z.object({
          reportId: z.string(),
          status: z.string(),
          summary: z.record(z.number()),
          findings: z.array(findingOutput(z)),
        }),
    },
    examples: [{ title: 'By name', input: { name: 'payments-prod' } }],
    async action({ input, credentials }) {
      const report = await auditedCheck(services, input, { credentials });
      return {
        output: {
          reportId: report.id,
          status: report.status,
          summary: { ...report.summary },
          findings: report.findings
            .filter(({ result }) => result !== 'pass')
            .map(shortFinding),
        },
      };
    },
  });
}
