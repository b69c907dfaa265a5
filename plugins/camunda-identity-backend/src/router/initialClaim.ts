import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import {
  initialClaimChangeSchema,
  initialClaimResetSchema,
} from 'backstage-plugin-camunda-identity-common';
import type { ConnectionsService } from '../connections/ConnectionsService';
import { sendConnection } from './connections';
import { parseBody } from '../input/parse';

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
    const change = parseBody(initialClaimChangeSchema, req);
    sendConnection(
      res,
      await connections.changeInitialClaim(req.params.id, change, {
        credentials,
      }),
    );
  });

  router.post(`${path}/reset`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const reset = parseBody(initialClaimResetSchema, req);
    sendConnection(
      res,
      await connections.resetInitialClaim(req.params.id, reset, {
        credentials,
      }),
    );
  });
}
