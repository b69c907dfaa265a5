import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import {
  camundaFacts,
  DESCRIBED_VERSIONS,
  summarizeProvider,
  type FindingDefinition,
  type ProviderContext,
  type ProviderPreset,
} from 'backstage-plugin-camunda-identity-common';

export function addFactRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    findings: readonly FindingDefinition[];
    presets: readonly ProviderPreset[];
    providers: ProviderContext;
  },
) {
  const { httpAuth, findings, presets, providers } = options;

  router.get('/v1/camunda/:version', async (req, res) => {
    await httpAuth.credentials(req);
    const version = DESCRIBED_VERSIONS.find(
      entry => entry === req.params.version,
    );
    if (!version)
      throw new NotFoundError(
        `Camunda ${
          req.params.version
        } is not described by this release, only ${DESCRIBED_VERSIONS.join(
          ', ',
        )}`,
      );
    res.json(camundaFacts(version));
  });

  router.get('/v1/findings', async (req, res) => {
    await httpAuth.credentials(req);
    res.json({ items: findings });
  });

  router.get('/v1/provider-presets', async (req, res) => {
    await httpAuth.credentials(req);
    res.json({
      items: presets.map(preset => ({
        ...preset,
        providerSummary: summarizeProvider(preset.provider, providers),
      })),
    });
  });
}
