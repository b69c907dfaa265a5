import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { Router } from 'express';
import {
  initialClaimChangeSchema,
  initialClaimResetSchema,
} from 'backstage-plugin-camunda-identity-common';
import type { ConnectionsService } from '../connections/ConnectionsService';
import { sendConnection } from './connections';
import { parseBody } from './parse';

export function addInitialClaimRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; connections: ConnectionsService },
) {
  const { httpAuth, connections } = options;
  const path = '/v1/connections/:id/initial-claim';

  router.post(`${path}/set`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    sendConnection(
      res,
      await connections.setInitialClaim(req.params.id, { credentials }),
    );
  });

  router.get(`${path}/changes`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const items = await connections.listInitialClaimChanges(req.params.id, {
      credentials,
    });
    res.set('Cache-Control', 'no-store').json({ items });
  });

  router.post(`${path}/changes`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { changedInDatabase, ...change } = parseBody(
      initialClaimChangeSchema,
      req,
    );
    if (!changedInDatabase)
      throw new ConflictError(
        'changedInDatabase: an initial claim that is set can be changed only in the database (or in Identity); confirm with true that this was done',
      );
    sendConnection(
      res,
      await connections.changeInitialClaim(req.params.id, change, {
        credentials,
      }),
    );
  });

  router.post(`${path}/reset`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { databaseRecreated, reason } = parseBody(
      initialClaimResetSchema,
      req,
    );
    if (!databaseRecreated)
      throw new ConflictError(
        'databaseRecreated: Camunda applies the initial claim again only to a new database; confirm with true that it was recreated',
      );
    sendConnection(
      res,
      await connections.resetInitialClaim(req.params.id, reason, {
        credentials,
      }),
    );
  });
}
