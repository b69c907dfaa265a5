import type { Router } from 'express';
import {
  initialClaimChangeSchema,
  initialClaimResetSchema,
} from 'backstage-plugin-camunda-identity-common';
import type { ConnectionsService } from '../connections/ConnectionsService';
import { sendConnection } from './connections';
import { parseBody } from '../input/parse';
import type { ConnectionRef } from '../input/ConnectionRef';
import type { CallerOf } from './callerOf';

export function addInitialClaimRoutes(
  router: Router,
  options: {
    callerOf: CallerOf;
    connections: ConnectionsService<ConnectionRef>;
  },
) {
  const { callerOf, connections } = options;
  const path = '/v1/connections/:id/initial-claim';

  router.post(`${path}/set`, async (req, res) => {
    const caller = await callerOf(req);
    sendConnection(
      res,
      await connections.setInitialClaim({ id: req.params.id }, { caller }),
    );
  });

  router.get(`${path}/changes`, async (req, res) => {
    const caller = await callerOf(req);
    const items = await connections.listInitialClaimChanges(
      { id: req.params.id },
      {
        caller,
      },
    );
    res.set('Cache-Control', 'no-store').json({ items });
  });

  router.post(`${path}/changes`, async (req, res) => {
    const caller = await callerOf(req);
    const change = parseBody(initialClaimChangeSchema, req);
    sendConnection(
      res,
      await connections.changeInitialClaim({ id: req.params.id }, change, {
        caller,
      }),
    );
  });

  router.post(`${path}/reset`, async (req, res) => {
    const caller = await callerOf(req);
    const reset = parseBody(initialClaimResetSchema, req);
    sendConnection(
      res,
      await connections.resetInitialClaim({ id: req.params.id }, reset, {
        caller,
      }),
    );
  });
}
