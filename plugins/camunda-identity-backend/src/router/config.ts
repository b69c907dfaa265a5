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
import type { ConnectionRef } from '../input/ConnectionRef';
import type { CallerOf } from './callerOf';

export function addConfigRoutes(
  router: Router,
  options: {
    callerOf: CallerOf;
    connections: ConnectionsService<ConnectionRef>;
    providers: ProviderContext;
  },
) {
  const { callerOf, connections, providers } = options;

  router.get('/v1/connections/:id/config', async (req, res) => {
    const caller = await callerOf(req);
    const query = parseQuery(configQuerySchema, req);
    const connection = await connections.get({ id: req.params.id }, { caller });
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
    const caller = await callerOf(req);
    const body = parseBody(configComparisonSchema, req);
    const connection = await connections.get({ id: req.params.id }, { caller });
    res.set('Cache-Control', 'no-store');
    res.json(inputErrors(() => compareConfig(connection, providers, body)));
  });

  router.post('/v1/config-upgrades', async (req, res) => {
    await callerOf(req);
    const body = parseBody(configUpgradeSchema, req);
    res.set('Cache-Control', 'no-store');
    res.json(inputErrors(() => upgradeValues(body)));
  });
}
