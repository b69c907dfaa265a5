import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import {
  clientParamSchema,
  secretBodySchema,
  secretQuerySchema,
} from 'backstage-plugin-camunda-identity-common';
import type { SecretsService } from '../secrets/SecretsService';
import { parse, parseBody, parseQuery } from './parse';

export function addSecretRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; secrets: SecretsService },
) {
  const { httpAuth, secrets } = options;
  const path = '/v1/connections/:id/clients/:client/secret';

  router.put(path, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { client } = parse(clientParamSchema, { client: req.params.client });
    const body = parseBody(secretBodySchema, req);
    await secrets.put(req.params.id, client, body, { credentials });
    res.status(204).end();
  });

  router.delete(path, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { client } = parse(clientParamSchema, { client: req.params.client });
    const { slot } = parseQuery(secretQuerySchema, req);
    await secrets.remove(req.params.id, client, slot, { credentials });
    res.status(204).end();
  });

  router.post(`${path}/promote`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { client } = parse(clientParamSchema, { client: req.params.client });
    await secrets.promote(req.params.id, client, { credentials });
    res.status(204).end();
  });
}
