import { noteOutcome } from '../audit/auditRequests';
import type { ConnectionsService } from '../connections/ConnectionsService';
import type { ConnectionRef } from '../input/ConnectionRef';
import type { OperationRouter } from './OperationRouter';

export function addConnectionRoutes(
  router: OperationRouter,
  { connections }: { connections: ConnectionsService<ConnectionRef> },
) {
  router.on('createConnection', async ({ body, caller, res }) => {
    const connection = await connections.create(body, { caller });
    noteOutcome(res, { connectionId: connection.id });
    return connection;
  });

  router.on('listConnections', ({ query, caller }) =>
    query.view === 'summary'
      ? connections.listSummaries(query, { caller })
      : connections.list(query, { caller }),
  );

  router.on('getConnectionByName', ({ params: { name }, caller }) =>
    connections.get({ name }, { caller }),
  );

  router.on('getConnection', ({ params: { id }, caller }) =>
    connections.get({ id }, { caller }),
  );

  router.on('updateConnection', ({ params: { id }, body, caller, condition }) =>
    connections.update({ id }, condition, body, { caller }),
  );

  router.on('deleteConnection', ({ params: { id }, caller, condition }) =>
    connections.delete({ id }, condition, { caller }),
  );
}
