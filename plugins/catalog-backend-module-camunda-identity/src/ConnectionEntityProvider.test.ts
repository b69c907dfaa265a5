import { mockServices } from '@backstage/backend-test-utils';
import { resourceEntityV1alpha1Validator } from '@backstage/catalog-model';
import type { CamundaIdentityService } from 'backstage-plugin-camunda-identity-node';
import { ConnectionEntityProvider } from './ConnectionEntityProvider';
import { toEntity } from './toEntity';

function connection(name: string) {
  return {
    id: `id-${name}`,
    name,
    entityRef: 'system:default/payments-camunda',
    owner: 'group:default/team-payments',
    camundaVersion: '8.7',
    providerSummary: { title: 'Keycloak', issuer: 'https://idp.example.com' },
    initialClaim: { name: 'oid', value: 'alice-oid', state: 'set' },
    createdBy: 'user:default/alice',
    clients: [{ clientId: 'camunda-identity' }],
  } as any;
}

describe('toEntity', () => {
  it('returns a Resource with its owner and relation', () => {
    const entity = toEntity(connection('payments-prod'));
    expect(entity).toMatchObject({
      kind: 'Resource',
      metadata: {
        name: 'payments-prod',
        annotations: { 'camunda-identity/connections': 'payments-prod' },
      },
      spec: {
        type: 'oidc-connection',
        owner: 'group:default/team-payments',
        dependencyOf: ['system:default/payments-camunda'],
        system: 'system:default/payments-camunda',
      },
    });
    expect(entity.metadata.description).toContain('Keycloak');
  });

  it('includes no personal data', () => {
    const text = JSON.stringify(toEntity(connection('a')));
    expect(text).not.toMatch(/alice|camunda-identity"|oid"/);
  });
});

describe('ConnectionEntityProvider', () => {
  /** Pending list requests; the test answers each. */
  const lists: Array<{
    cursor?: string;
    answer: (page: object) => void;
    fail: (error: Error) => void;
  }> = [];
  const applied: any[][] = [];
  const logger = mockServices.logger.mock();
  let onSchedule: () => Promise<void>;
  let onEvent: () => Promise<void>;

  beforeEach(async () => {
    lists.length = 0;
    applied.length = 0;
    logger.warn.mockClear();
    jest.useFakeTimers();
    const events = mockServices.events.mock();
    await new ConnectionEntityProvider({
      auth: mockServices.auth(),
      camundaIdentity: {
        client: () => ({
          listConnections: ({ cursor }: { cursor?: string }) =>
            new Promise((answer, fail) => lists.push({ cursor, answer, fail })),
        }),
      } as unknown as CamundaIdentityService,
      events,
      logger,
      schedule: {
        run: async (task: { fn: unknown }) => {
          onSchedule = task.fn as never;
        },
      },
      delayMs: 1_000,
    }).connect({
      applyMutation: async (mutation: any) => {
        applied.push(mutation.entities);
      },
      refresh: jest.fn(),
    });
    const [{ onEvent: listener }] = events.subscribe.mock.calls[0];
    onEvent = () => listener({ topic: '', eventPayload: {} });
  });
  afterEach(() => jest.useRealTimers());

  const names = () =>
    applied.map(entities => entities.map(({ entity }) => entity.metadata.name));
  const settled = () => jest.advanceTimersByTimeAsync(0);

  it('submits every page to the catalog on schedule', async () => {
    const run = onSchedule();
    await settled();
    lists[0].answer({ items: [connection('a')], nextCursor: '2' });
    await settled();
    expect(lists[1].cursor).toBe('2');
    lists[1].answer({ items: [connection('b')] });
    await run;
    expect(names()).toEqual([['a', 'b']]);
    for (const { entity } of applied[0])
      expect(await resourceEntityV1alpha1Validator.check(entity)).toBe(true);
  });

  it('reads the list once for changes in quick succession', async () => {
    for (let n = 0; n < 20; n += 1) await onEvent();
    expect(lists).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(lists).toHaveLength(1);
    lists[0].answer({ items: [] });
    await jest.advanceTimersByTimeAsync(10_000);
    expect(lists).toHaveLength(1);
    await onEvent();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(lists).toHaveLength(2);
  });

  it('reads again after a change during a read and never applies an older list last', async () => {
    const first = onSchedule();
    await settled();
    await onEvent();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(lists).toHaveLength(1);
    lists[0].answer({ items: [connection('old')] });
    await first;
    await settled();
    lists[1].answer({ items: [connection('new')] });
    await settled();
    expect(names()).toEqual([['old'], ['new']]);
  });

  it('logs a failed refresh and continues', async () => {
    await onEvent();
    await jest.advanceTimersByTimeAsync(1_000);
    lists[0].fail(new Error('no answer'));
    await settled();
    expect(logger.warn).toHaveBeenCalledWith(
      'Connections could not be refreshed: Error: no answer',
    );
    const next = onSchedule();
    await settled();
    lists[1].answer({ items: [connection('a')] });
    await next;
    expect(names()).toEqual([['a']]);
  });
});
