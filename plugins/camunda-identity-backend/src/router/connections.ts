import type { Response, Router } from 'express';
import {
  createNewConnectionSchema,
  listQuerySchema,
  type Connection,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import { noteOutcome } from '../audit/auditRequests';
import type { ConnectionsService } from '../connections/ConnectionsService';
import { toJson } from '../record/view';
import { ifMatch, parseBody, parseQuery } from '../input/parse';
import type { ConnectionRef } from '../input/ConnectionRef';
import type { CallerOf } from './callerOf';

/** Answers a record with its etag; never cached, since it follows from who asks. */
export function sendConnection(
  res: Response,
  connection: Connection,
  status = 200,
) {
  // Not res.json: the etag covers what people edit, so that "not modified" would hide a new health.
  res
    .status(status)
    .set('ETag', `"${connection.etag}"`)
    .set('Cache-Control', 'no-store')
    .type('application/json')
    .end(JSON.stringify(connection));
}

export function addConnectionRoutes(
  router: Router,
  options: {
    callerOf: CallerOf;
    connections: ConnectionsService<ConnectionRef>;
    providers: ProviderContext;
  },
) {
  const { callerOf, connections } = options;
  const schema = createNewConnectionSchema({
    clouds: Object.keys(options.providers.clouds),
  });

  router.post('/v1/connections', async (req, res) => {
    const caller = await callerOf(req);
    const input = parseBody(schema, req);
    const connection = await connections.create(input, { caller });
    noteOutcome(res, { connectionId: connection.id });
    sendConnection(res, connection, 201);
  });

  router.get('/v1/connections', async (req, res) => {
    const caller = await callerOf(req);
    const query = parseQuery(listQuerySchema, req);
    const page = await connections.list(query, { caller });
    const { items, ...rest } = page;
    const cursors = JSON.stringify(rest).slice(1);
    // Not res.json: a page is large, and to make its JSON anew, or to hash it for an ETag, takes longer than
    // the query.
    res
      .set('Cache-Control', 'no-store')
      .type('application/json')
      .end(
        `{"items":[${items.map(toJson).join(',')}]${
          cursors === '}' ? '' : ','
        }${cursors}`,
      );
  });

  router.get('/v1/connections/by-name/:name', async (req, res) => {
    const caller = await callerOf(req);
    sendConnection(
      res,
      await connections.get({ name: req.params.name }, { caller }),
    );
  });

  router.get('/v1/connections/:id', async (req, res) => {
    const caller = await callerOf(req);
    sendConnection(
      res,
      await connections.get({ id: req.params.id }, { caller }),
    );
  });

  router.patch('/v1/connections/:id', async (req, res) => {
    const caller = await callerOf(req);
    const connection = await connections.update(
      { id: req.params.id },
      ifMatch(req),
      req.body,
      { caller },
    );
    sendConnection(res, connection);
  });

  router.delete('/v1/connections/:id', async (req, res) => {
    const caller = await callerOf(req);
    await connections.delete({ id: req.params.id }, ifMatch(req), { caller });
    res.status(204).end();
  });
}
