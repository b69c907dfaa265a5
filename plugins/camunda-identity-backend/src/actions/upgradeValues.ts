import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  CAMUNDA_VERSIONS,
  configUpgradeSchema,
  type ValuesUpgrade,
} from 'backstage-plugin-camunda-identity-common';
import { declaredInput, oneOf } from './declared';
import { toldWhenToRetry } from './limited';
import { parseInput } from './parseInput';
import type { ActionServices } from './types';

export { configUpgradeSchema as upgradeValuesInput };

export function registerUpgradeValues(
  registry: ActionsRegistryService,
  { callers, files }: ActionServices,
) {
  registry.register({
    name: 'upgrade-values',
    title: 'Upgrade Helm values to a later Camunda version',
    description:
      'Rewrites the identity part of Helm values for the chart of a later Camunda version, and lists each change with its line. Secret values are masked. Nothing is written anywhere. In a software template use the scaffolder action camunda-identity:config:upgrade.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        declaredInput(z, {
          from: oneOf(z, CAMUNDA_VERSIONS).describe(
            'Version that runs, e.g. 8.7',
          ),
          to: oneOf(z, CAMUNDA_VERSIONS).describe(
            'Version to upgrade to, e.g. 8.9',
          ),
          content: z.string().describe('The values file, at most 256 KiB'),
        }),
      output: z =>
        z
          .object({
            content: z.string(),
            changes: z.array(z.record(z.unknown())),
          })
          .passthrough(),
    },
    examples: [
      {
        title: 'From 8.7 to 8.8',
        input: {
          from: '8.7',
          to: '8.8',
          content: 'global:\n  identity:\n    auth:\n      type: GENERIC\n',
        },
      },
    ],
    async action({ input, credentials }) {
      const body = parseInput(configUpgradeSchema, input);
      const caller = await callers.resolve(credentials);
      const json = await toldWhenToRetry(() =>
        files.upgradeValues(body, { caller }),
      );
      const { content, changes }: ValuesUpgrade = JSON.parse(json);
      return {
        output: { content, changes: changes.map(entry => ({ ...entry })) },
      };
    },
  });
}
