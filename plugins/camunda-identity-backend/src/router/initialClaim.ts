import type { ConnectionsService } from '../connections/ConnectionsService';
import type { ConnectionRef } from '../input/ConnectionRef';
import type { OperationRouter } from './OperationRouter';

export function addInitialClaimRoutes(
  router: OperationRouter,
  { connections }: { connections: ConnectionsService<ConnectionRef> },
) {
  router.on('setInitialClaim', ({ params: { id }, caller, condition }) =>
    connections.setInitialClaim({ id }, { caller, condition }),
  );

  router.on('listInitialClaimChanges', async ({ params: { id }, caller }) => ({
    items: await connections.listInitialClaimChanges({ id }, { caller }),
  }));

  router.on(
    'changeInitialClaim',
    ({ params: { id }, body, caller, condition }) =>
      connections.changeInitialClaim({ id }, body, { caller, condition }),
  );

  router.on(
    'resetInitialClaim',
    ({ params: { id }, body, caller, condition }) =>
      connections.resetInitialClaim({ id }, body, { caller, condition }),
  );
}
