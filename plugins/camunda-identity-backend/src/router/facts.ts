import { NotFoundError } from '@backstage/errors';
import {
  camundaFacts,
  DESCRIBED_VERSIONS,
  summarizeProvider,
  type FindingDescription,
  type ProviderContext,
  type ProviderPreset,
} from 'backstage-plugin-camunda-identity-common';
import { createOpenApiDocument } from 'backstage-plugin-camunda-identity-common/openapi';
import type { OperationRouter } from './OperationRouter';

export function addFactRoutes(
  router: OperationRouter,
  options: {
    findings: readonly FindingDescription[];
    presets: readonly ProviderPreset[];
    providers: ProviderContext;
  },
) {
  const { findings, presets, providers } = options;
  const document = createOpenApiDocument({
    clouds: Object.keys(providers.clouds),
  });

  router.onFacts('getCamundaFacts', ({ version: wanted }) => {
    const version = DESCRIBED_VERSIONS.find(entry => entry === wanted);
    if (!version)
      throw new NotFoundError(
        `This release does not describe this version of Camunda, only ${DESCRIBED_VERSIONS.join(
          ', ',
        )}`,
      );
    return camundaFacts(version);
  });

  router.onFacts('listFindings', () => ({ items: [...findings] }));

  router.onFacts('listProviderPresets', () => ({
    items: presets.map(preset => ({
      ...preset,
      providerSummary: summarizeProvider(preset.provider, providers),
    })),
  }));

  router.onFacts('getOpenApi', () => document);
}
