import type { Response, Router } from 'express';
import {
  configComparisonSchema,
  configQuerySchema,
  configUpgradeSchema,
  writeConfig,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import type { ConnectionsService } from '../connections/ConnectionsService';
import type { FilesService } from '../files/FilesService';
import { inputErrors } from '../input/inputErrors';
import { parseBody, parseQuery } from '../input/parse';
import type { ConnectionRef } from '../input/ConnectionRef';
import type { CallerOf } from './callerOf';

function sendJson(res: Response, json: string) {
  res.set('Cache-Control', 'no-store').type('application/json').end(json);
}

export function addConfigRoutes(
  router: Router,
  options: {
    callerOf: CallerOf;
    connections: ConnectionsService<ConnectionRef>;
    files: FilesService;
    providers: ProviderContext;
  },
) {
  const { callerOf, connections, files, providers } = options;

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
    const json = await files.compare({ id: req.params.id }, body, { caller });
    sendJson(res, json);
  });

  router.post('/v1/config-upgrades', async (req, res) => {
    const caller = await callerOf(req);
    const body = parseBody(configUpgradeSchema, req);
    sendJson(res, await files.upgradeValues(body, { caller }));
  });
}
