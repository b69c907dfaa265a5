import knex from 'knex';
import type { CheckInput } from 'backstage-plugin-camunda-identity-node';
import {
  newRecord,
  startPortal,
} from '../../../plugins/camunda-identity-backend/src/__testUtils__/portal';

/** The real backend on SQLite, with a record to check through the API. */
export async function startApi(input: CheckInput) {
  const database = knex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  const portal = await startPortal({
    knex: database,
    config: {
      http: { allowPlainHttp: true, allowedHosts: ['localhost'] },
      checks: { onDemandPerMinute: 1_000 },
    },
  });
  const { provider, camundaVersion, components, secrets } = input;
  const { body, status } = await portal.guest.post(
    '/connections',
    newRecord({ provider, camundaVersion, components }),
  );
  if (status !== 201) throw new Error(JSON.stringify(body));
  return {
    check: async () => {
      const answer = await portal.guest.post(`/connections/${body.id}/checks`, {
        secrets,
      });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body;
    },
    stop: async () => {
      await portal.stop();
      await database.destroy();
    },
  };
}
