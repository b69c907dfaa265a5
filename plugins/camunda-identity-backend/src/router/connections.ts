import { noteOutcome } from '../audit/auditRequests';
import type { ConnectionsService } from '../connections/ConnectionsService';
import type { ConnectionRef } from '../input/ConnectionRef';
import { ifMatch } from '../input/parse';
import { toJson } from '../record/view';
import { SENT, type OperationRouter } from './OperationRouter';

export function addConnectionRoutes(
  router: OperationRouter,
  { connections }: { connections: ConnectionsService<ConnectionRef> },
) {
  router.on('createConnection', async ({ body, caller, res }) => {
    const connection = await connections.create(body, { caller });
    noteOutcome(res, { connectionId: connection.id });
    return connection;
  });

  router.on('listConnections', async ({ query, caller, res }) => {
    if (query.view === 'summary') {
      const summaries = await connections.listSummaries(query, { caller });
      res
        .set('Cache-Control', 'no-store')
        .type('application/json')
        .end(JSON.stringify(summaries));
      return SENT;
    }
    const { items, ...rest } = await connections.list(query, { caller });
    const cursors = JSON.stringify(rest).slice(1);
    // A page is large, and to make its JSON anew takes longer than the query.
    res
      .set('Cache-Control', 'no-store')
      .type('application/json')
      .end(
        `{"items":[${items.map(toJson).join(',')}]${
          cursors === '}' ? '' : ','
        }${cursors}`,
      );
    return SENT;
  });

  router.on('getConnectionByName', ({ params: { name }, caller }) =>
    connections.get({ name }, { caller }),
  );

  router.on('getConnection', ({ params: { id }, caller }) =>
    connections.get({ id }, { caller }),
  );

  router.on('updateConnection', ({ params: { id }, body, caller, req }) =>
    connections.update({ id }, ifMatch(req), body, { caller }),
  );

  router.on('deleteConnection', ({ params: { id }, caller, req }) =>
    connections.delete({ id }, ifMatch(req), { caller }),
  );
}
