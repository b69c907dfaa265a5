import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../__fixtures__/records';
import { DEFAULT_PROVIDER_CONTEXT } from '../providers';
import { describeClients, secretsExpireAt } from './clients';
import { clientKeySchema, runSecretsSchema } from './runSecrets';
import { createConnectionSchema } from './schema';
import { lintRecord } from './lint';
import { problemsOf } from './problems';
import { readInput } from './readInput';

const schema = createConnectionSchema();

const WORKER = {
  name: 'billing-worker',
  clientId: 'billing',
  purpose: 'worker' as const,
  secret: { env: { name: 'BILLING_SECRET' } },
};

const KEY_STORE = {
  kubernetesSecret: { name: 'camunda-certificates', key: 'cluster.p12' },
};

function problems(change: (record: any) => void, base: any): string[] {
  const record = structuredClone(base);
  change(record);
  const result = readInput(schema, record);
  return result.success
    ? []
    : problemsOf(result.error).map(
        ({ path, message }) => `${path}: ${message}`,
      );
}

describe('machine clients', () => {
  it('are clients like every other, and ask for tokens of what they call', () => {
    const record = schema.parse({
      ...inVersion(genericRecord(), '8.9'),
      machineClients: [WORKER],
    });
    expect(describeClients(record).at(-1)).toMatchObject({
      key: 'machine.billing-worker',
      title: 'billing-worker',
      clientId: 'billing',
      clientType: 'confidential',
      entraPlatform: 'none',
      redirectUris: [],
      postLogoutRedirectUris: [],
      grantTypes: ['client_credentials'],
      scopes: [],
    });
    const entra = schema.parse({
      ...inVersion(microsoftRecord(), '8.9'),
      machineClients: [WORKER],
    });
    expect(describeClients(entra).at(-1)!.scopes).toEqual([
      `${entra.components.orchestration!.clientId}/.default`,
    ]);
  });

  it.each<[string, any, string]>([
    [
      'a name twice',
      [WORKER, WORKER],
      'machineClients.1.name: another machine client has this name',
    ],
    [
      'a name that is no name',
      [{ ...WORKER, name: 'Billing Worker' }],
      'machineClients.0.name: expected lower case letters and digits, single hyphens between them',
    ],
    [
      'too many',
      Array.from({ length: 51 }, (_, n) => ({ ...WORKER, name: `w${n}` })),
      'machineClients: at most 50',
    ],
    [
      'a secret itself',
      [{ ...WORKER, secret: 's3cret' }],
      'machineClients.0.secret: expected a reference to where Camunda finds the secret, { "kubernetesSecret": { "name", "key" } } or { "env": { "name" } }, never the secret itself',
    ],
  ])('refuses %s', (_, machineClients, expected) => {
    expect(
      problems(record => {
        record.machineClients = machineClients;
      }, genericRecord()),
    ).toEqual([expected]);
  });

  it('count for the next expiry and for lint', () => {
    const record = schema.parse({
      ...genericRecord(),
      machineClients: [
        { ...WORKER, secret: { expiresAt: '2026-12-01T00:00:00Z' } },
      ],
    });
    expect(secretsExpireAt(record)).toBe('2026-12-01T00:00:00.000Z');
    const codes = lintRecord(record, DEFAULT_PROVIDER_CONTEXT, {
      insecureAllowed: false,
      now: new Date('2026-11-26T00:00:00Z'),
    }).map(({ code, subject }) => `${code} ${subject.client}`);
    expect(codes).toEqual([
      'record.secret-missing machine.billing-worker',
      'record.secret-expires machine.billing-worker',
    ]);
  });

  it('have keys that other inputs take', () => {
    expect(clientKeySchema.safeParse('machine.billing-worker').success).toBe(
      true,
    );
    for (const wrong of ['machine.', 'machine.A', 'billing', 'machine.a b'])
      expect(clientKeySchema.safeParse(wrong).success).toBe(false);
    expect(
      runSecretsSchema.parse({
        'machine.a': 'one-secret',
        identity: 'another',
      }),
    ).toEqual({ 'machine.a': 'one-secret', identity: 'another' });
    const refused = runSecretsSchema.safeParse({ 's3cret value': 'x' });
    expect(refused.success).toBe(false);
    expect(JSON.stringify(refused.error!.issues[0].message)).not.toContain(
      's3cret',
    );
  });
});

describe('certificates', () => {
  it('expire like secrets', () => {
    const record: any = inVersion(genericRecord(), '8.9');
    delete record.components.orchestration.secret;
    record.components.orchestration.certificate = {
      ...KEY_STORE,
      expiresAt: '2026-11-25T00:00:00Z',
    };
    const parsed = schema.parse(record);
    expect(secretsExpireAt(parsed)).toBe('2026-11-25T00:00:00.000Z');
    expect(
      lintRecord(parsed, DEFAULT_PROVIDER_CONTEXT, {
        insecureAllowed: false,
        now: new Date('2026-11-26T00:00:00Z'),
      }).map(({ code, message }) => `${code}: ${message}`),
    ).toEqual([
      'record.secret-expired: The certificate of Orchestration Cluster expired on 2026-11-25',
    ]);
  });

  it.each([
    ['8.8', 'orchestration', genericRecord()],
    ['8.10', 'orchestration', genericRecord()],
    ['8.9', 'connectors', genericRecord()],
    ['8.8', 'identity', microsoftRecord()],
  ] as const)('stand in place of a secret: %s %s', (version, key, base) => {
    const record: any = inVersion(base, version);
    delete record.components[key].secret;
    record.components[key].certificate = KEY_STORE;
    const parsed = schema.parse(record);
    expect(
      lintRecord(parsed, DEFAULT_PROVIDER_CONTEXT, {
        insecureAllowed: false,
        now: new Date('2026-11-26T00:00:00Z'),
      }),
    ).toEqual([]);
  });

  it.each<[string, any, (record: any) => void, string]>([
    [
      'beside a secret',
      inVersion(genericRecord(), '8.9'),
      r => {
        r.components.orchestration.certificate = KEY_STORE;
      },
      'components.orchestration.certificate: give either a secret or a certificate',
    ],
    [
      'where the version has none',
      genericRecord(),
      r => {
        delete r.components.connectors.secret;
        r.components.connectors.certificate = KEY_STORE;
      },
      'components.connectors.certificate: Connectors of Camunda 8.7 signs in with a secret, not with a certificate',
    ],
    [
      'of Identity at another provider than Entra',
      inVersion(genericRecord(), '8.9'),
      r => {
        delete r.components.identity.secret;
        r.components.identity.certificate = KEY_STORE;
      },
      'components.identity.certificate: Management Identity of Camunda 8.9 signs in with a secret, not with a certificate; that is for the provider type MICROSOFT',
    ],
    [
      'of a component that has none',
      inVersion(genericRecord(), '8.9'),
      r => {
        r.components.optimize.certificate = KEY_STORE;
      },
      'components.optimize.certificate: unknown key',
    ],
    [
      'in two places',
      inVersion(genericRecord(), '8.9'),
      r => {
        delete r.components.orchestration.secret;
        r.components.orchestration.certificate = {
          ...KEY_STORE,
          file: '/certs/a.p12',
        };
      },
      'components.orchestration.certificate: give either kubernetesSecret or file',
    ],
    [
      'itself',
      inVersion(genericRecord(), '8.9'),
      r => {
        delete r.components.orchestration.secret;
        r.components.orchestration.certificate = '-----BEGIN CERTIFICATE';
      },
      'components.orchestration.certificate: expected a reference to where Camunda finds the key store, { "kubernetesSecret": { "name", "key" } } or { "file": "/path/in/the/container.p12" }, never the key store itself',
    ],
  ])('are refused %s', (_, base, change, expected) => {
    expect(problems(change, base)).toEqual([expected]);
  });
});

it.each([
  ['8.8', []],
  ['8.9', ['https://orchestration.example.com/post-logout']],
  ['8.10', ['https://orchestration.example.com/post-logout']],
] as const)(
  'post-logout redirect URIs of the cluster of %s',
  (version, uris) => {
    const clients = describeClients(inVersion(genericRecord(), version));
    expect(
      clients.flatMap(({ postLogoutRedirectUris }) => postLogoutRedirectUris),
    ).toEqual(uris);
  },
);
