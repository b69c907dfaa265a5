import type { Response } from 'express';
import {
  proposeUpgrade,
  writeConfig,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import type { ConnectionsService } from '../connections/ConnectionsService';
import type { FilesService } from '../files/FilesService';
import { inputErrors } from '../input/inputErrors';
import type { ConnectionRef } from '../input/ConnectionRef';
import { SENT, type OperationRouter } from './OperationRouter';

/** Sends the result of a worker, which is already JSON. */
function sendJson(res: Response, json: string): typeof SENT {
  res.set('Cache-Control', 'no-store').type('application/json').end(json);
  return SENT;
}

export function addConfigRoutes(
  router: OperationRouter,
  options: {
    connections: ConnectionsService<ConnectionRef>;
    files: FilesService;
    providers: ProviderContext;
  },
) {
  const { connections, files, providers } = options;

  router.on(
    'getConfig',
    async ({ params: { id }, query, caller, req, res }) => {
      const connection = await connections.get({ id }, { caller });
      const output = inputErrors(() =>
        writeConfig(connection, providers, query),
      );
      const accepted = req.accepts([
        'application/json',
        'text/plain',
        'application/yaml',
      ]);
      if (accepted !== 'text/plain' && accepted !== 'application/yaml')
        return { files: output.files, findings: output.findings };
      res
        .set('Cache-Control', 'no-store')
        .type(accepted)
        .send(output.combined.content);
      return SENT;
    },
  );

  router.on('compareConfig', async ({ params: { id }, body, caller, res }) =>
    sendJson(res, await files.compare({ id }, body, { caller })),
  );

  router.on('upgradeValues', async ({ body, caller, res }) =>
    sendJson(res, await files.upgradeValues(body, { caller })),
  );

  router.on('upgradeConnection', async ({ params: { id }, body, caller }) => {
    const connection = await connections.get({ id }, { caller });
    return inputErrors(() => proposeUpgrade(connection, body.to));
  });
}
