import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { auditedCheck } from './auditedCheck';
import { referenceInput, referenceSchema } from './reference';
import { declaredInput, withoutNothing } from './declared';
import { toldWhenToRetry } from './limited';
import { reportOutput, reportOutputSchema } from './reportOutput';
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
      'Checks a connection against its OpenID provider now (discovery, keys, stored secrets) and stores the report. Returns the status and what causes it, with what to do about it; get-report has the rest. Takes some seconds; limited per user and connection. In a software template use the scaffolder action camunda-identity:provider:check.',
    // Stores a report and sends requests to the provider; changes nothing that people edit.
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z => declaredInput(z, referenceInput(z)),
      output: reportOutputSchema,
    },
    examples: [{ title: 'By name', input: { name: 'payments-prod' } }],
    async action({ input, credentials }) {
      const report = await toldWhenToRetry(() =>
        auditedCheck(services, withoutNothing(input), { credentials }),
      );
      return { output: reportOutput(report) };
    },
  });
}
