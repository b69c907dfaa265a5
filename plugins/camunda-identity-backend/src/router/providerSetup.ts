import {
  newestVersionWith,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import {
  writeProviderSetup,
  type SetupProduct,
  type SetupRecord,
} from 'backstage-plugin-camunda-identity-common/setup';
import type { ConnectionsService } from '../connections/ConnectionsService';
import type { AuthorizedRegistrations } from '../access/AuthorizedRegistrations';
import type { ConnectionRef } from '../input/ConnectionRef';
import { inputErrors } from '../input/inputErrors';
import type { OperationRouter } from './OperationRouter';

interface Query {
  product?: SetupProduct;
  form?: 'steps' | 'files';
}

export function addProviderSetupRoutes(
  router: OperationRouter,
  options: {
    connections: ConnectionsService<ConnectionRef>;
    registrations: AuthorizedRegistrations;
    providers: ProviderContext;
  },
) {
  const { connections, registrations, providers } = options;
  const write = (record: SetupRecord, { product, form }: Query) => {
    const { applications: _, ...setup } = inputErrors(() =>
      writeProviderSetup(record, providers, product),
    );
    return {
      ...setup,
      steps: form === 'files' ? [] : setup.steps,
      files: form === 'steps' ? [] : setup.files,
    };
  };

  router.on('getProviderSetup', async ({ params: { id }, query, caller }) =>
    write(await connections.get({ id }, { caller }), query),
  );

  router.on('registerApplications', ({ params: { id }, body, caller }) =>
    registrations.register({ id }, body, { caller }),
  );

  router.on('writeProviderSetup', async ({ body, query }) => {
    const { provider, components = {}, machineClients } = body;
    const camundaVersion =
      body.camundaVersion ?? newestVersionWith(Object.keys(components));
    return write(
      { provider, components, machineClients, camundaVersion },
      query,
    );
  });
}
