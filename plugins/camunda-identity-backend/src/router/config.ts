import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import {
  compareConfig,
  configComparisonSchema,
  configQuerySchema,
  configUpgradeSchema,
  upgradeValues,
  writeConfig,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import type { ConnectionsService } from '../connections/ConnectionsService';
import { inputErrors } from '../input/inputErrors';
import { parseBody, parseQuery } from '../input/parse';

export function addConfigRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    connections: ConnectionsService;
    providers: ProviderContext;
  },
) {
  const { httpAuth, connections, providers } = options;

  router.get('/v1/connections/:id/config', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = parseQuery(configQuerySchema, req);
    const connection = await connections.get(req.params.id, { credentials });
    const output = inputErrors(() => writeConfig(connection, providers, query));
    res.set('Cache-Control', 'no-store');
    const accepted = req.accepts([
      'application/json',
      'text/plain',
      'application/yaml',
    ]);
    if (accepted === 'text/plain' || accepted === 'application/yaml')
      res.type(accepted).send(output.combined.content);
    else res.json({ files: output.files, findings: output.findings });
  });

  router.post('/v1/connections/:id/config-comparisons', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const body = parseBody(configComparisonSchema, req);
    const connection = await connections.get(req.params.id, { credentials });
    res.set('Cache-Control', 'no-store');
    res.json(inputErrors(() => compareConfig(connection, providers, body)));
  });

  router.post('/v1/config-upgrades', async (req, res) => {
    await httpAuth.credentials(req);
    const body = parseBody(configUpgradeSchema, req);
    res.set('Cache-Control', 'no-store');
    res.json(inputErrors(() => upgradeValues(body)));
  });
}
