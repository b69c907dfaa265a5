import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Router } from 'express';
import {
  configQuerySchema,
  UnknownCloudError,
  UnsupportedConfigError,
  writeConfig,
  type ConfigOutput,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import type { ConnectionsService } from '../connections/ConnectionsService';
import { parseQuery } from './parse';

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
    let output: ConfigOutput;
    try {
      output = writeConfig(connection, providers, query);
    } catch (error) {
      if (
        error instanceof UnsupportedConfigError ||
        error instanceof UnknownCloudError
      )
        throw new InputError(error.message);
      throw error;
    }
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
}
