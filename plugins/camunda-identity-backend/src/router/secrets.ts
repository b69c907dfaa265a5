import { InputError } from '@backstage/errors';
import type { Request, Router } from 'express';
import {
  clientParamSchema,
  secretBodySchema,
  secretQuerySchema,
  type SecretBody,
} from 'backstage-plugin-camunda-identity-common';
import type { SecretsService } from '../secrets/SecretsService';
import { parse, parseBody, parseQuery } from '../input/parse';
import type { ConnectionRef } from '../input/ConnectionRef';
import type { CallerOf } from './callerOf';

/** An unknown key is not named here: somebody may have put the secret in its place. */
function parseSecretBody(req: Request): SecretBody {
  const known = Object.keys(secretBodySchema.shape);
  if (Object.keys(req.body ?? {}).some(key => !known.includes(key)))
    throw new InputError(
      `body: has an unknown key; it has ${known.join(', ')}`,
    );
  return parseBody(secretBodySchema, req);
}

export function addSecretRoutes(
  router: Router,
  options: { callerOf: CallerOf; secrets: SecretsService<ConnectionRef> },
) {
  const { callerOf, secrets } = options;
  const path = '/v1/connections/:id/clients/:client/secret';

  router.put(path, async (req, res) => {
    const caller = await callerOf(req);
    const { client } = parse(clientParamSchema, { client: req.params.client });
    const body = parseSecretBody(req);
    await secrets.put({ id: req.params.id }, client, body, { caller });
    res.status(204).end();
  });

  router.delete(path, async (req, res) => {
    const caller = await callerOf(req);
    const { client } = parse(clientParamSchema, { client: req.params.client });
    const { slot } = parseQuery(secretQuerySchema, req);
    await secrets.remove({ id: req.params.id }, client, slot, { caller });
    res.status(204).end();
  });

  router.post(`${path}/promote`, async (req, res) => {
    const caller = await callerOf(req);
    const { client } = parse(clientParamSchema, { client: req.params.client });
    await secrets.promote({ id: req.params.id }, client, { caller });
    res.status(204).end();
  });
}
