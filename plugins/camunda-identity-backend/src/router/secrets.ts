import { InputError } from '@backstage/errors';
import type { Request } from 'express';
import {
  clientParamSchema,
  secretBodySchema,
  type SecretBody,
} from 'backstage-plugin-camunda-identity-common';
import type { SecretsService } from '../secrets/SecretsService';
import type { ConnectionRef } from '../input/ConnectionRef';
import { parse, parseBody } from '../input/parse';
import type { OperationRouter } from './OperationRouter';

/** An unknown key is not named, since it may be a misplaced secret. */
function readSecretBody(req: Request): SecretBody {
  const known = Object.keys(secretBodySchema.shape);
  if (Object.keys(req.body ?? {}).some(key => !known.includes(key)))
    throw new InputError(
      `body: has an unknown key; it has ${known.join(', ')}`,
    );
  return parseBody(secretBodySchema, req);
}

/** @throws InputError for a text that is not a client key */
function clientOf({ client }: { client: string }) {
  return parse(clientParamSchema, { client }).client;
}

export function addSecretRoutes(
  router: OperationRouter,
  { secrets }: { secrets: SecretsService<ConnectionRef> },
) {
  router.on(
    'putSecret',
    ({ params, body, caller, condition }) =>
      secrets.put({ id: params.id }, clientOf(params), body, {
        caller,
        condition,
      }),
    readSecretBody,
  );

  router.on('deleteSecret', ({ params, query, caller, condition }) =>
    secrets.remove({ id: params.id }, clientOf(params), query.slot, {
      caller,
      condition,
    }),
  );

  router.on('promoteSecret', ({ params, caller, condition }) =>
    secrets.promote({ id: params.id }, clientOf(params), { caller, condition }),
  );
}
