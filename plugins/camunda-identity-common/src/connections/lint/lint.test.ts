import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../../__fixtures__/records';
import { CAMUNDA_VERSIONS, type CamundaVersion } from '../../camunda';
import { RECORD_FINDING_CODES } from '../../checks';
import { DEFAULT_PROVIDER_CONTEXT } from '../../providers';
import { lintRecord } from './index';

function codes(
  change: (record: any) => void,
  options: { insecureAllowed?: boolean; base?: any } = {},
) {
  const record = options.base ?? genericRecord();
  change(record);
  return lintRecord(record, DEFAULT_PROVIDER_CONTEXT, {
    insecureAllowed: options.insecureAllowed ?? false,
    now: new Date('2026-11-23T00:00:00Z'),
  }).map(({ code, result }) => `${code} ${result}`);
}

type Case = [name: string, change: (record: any) => void, expected: string];

const OF_A_RECORD: Case[] = [
  [
    'http',
    r => (r.provider.issuer = 'http://idp.example.com'),
    'record.http-url warn',
  ],
  [
    'loopback',
    r => (r.components.identity.url = 'https://localhost:8084'),
    'record.loopback-url warn',
  ],
  [
    'an issuer like a token endpoint',
    r => (r.provider.issuer = 'https://idp.example.com/oauth2/token'),
    'record.issuer-form info',
  ],
  [
    'double slash',
    r => (r.provider.issuer = 'https://idp.example.com//v2.0'),
    'record.double-slash warn',
  ],
  [
    'placeholder',
    r => (r.components.identity.clientId = '<Client ID from Step 3>'),
    'record.placeholder warn',
  ],
  [
    'one application for two',
    r => (r.components.operate.clientId = 'tasklist'),
    'record.duplicate-client-id warn',
  ],
  [
    'one audience for two',
    r => (r.components.operate.audience = 'tasklist-api'),
    'record.duplicate-audience warn',
  ],
  [
    'no secret',
    r => delete r.components.zeebe.secret,
    'record.secret-missing warn',
  ],
  [
    'expired',
    r => (r.components.zeebe.secret.expiresAt = '2026-11-22T00:00:00Z'),
    'record.secret-expired fail',
  ],
  [
    'no audience',
    r => delete r.components.console.audience,
    'record.audience-missing warn',
  ],
  [
    'oid',
    r => (r.initialClaim.value = 'alice'),
    'record.initial-claim-oid warn',
  ],
  [
    'Connectors that ask for an audience of nobody’s',
    r => (r.components.connectors.audience = 'zeebe'),
    'record.audience-not-accepted warn',
  ],
  [
    'client as first user',
    r => (r.initialClaim.value = 'operate'),
    'record.initial-claim-is-client warn',
  ],
];

const AT_ENTRA: Case[] = [
  [
    'scope of another application',
    r =>
      (r.components.connectors.tokenScope = `${r.components.identity.clientId}/.default`),
    'record.token-scope-application warn',
  ],
  [
    'no Operate for inbound',
    r => delete r.components.operate,
    'record.operate-scope warn',
  ],
  [
    'sub as initial claim',
    r => (r.initialClaim = { name: 'sub', value: 'a' }),
    'record.entra-sub warn',
  ],
  [
    'a claim that changes',
    r => (r.initialClaim = { name: 'preferred_username', value: 'a@b' }),
    'record.initial-claim-mutable info',
  ],
];

const OF_A_PRODUCT: Case[] = [
  [
    'an issuer of Entra',
    r =>
      (r.provider.issuer =
        'https://login.microsoftonline.com/9a95fd9e-005d-487a-9a01-d08c1eab2757/v2.0'),
    'record.entra-as-generic warn',
  ],
  [
    'common',
    r => (r.provider.issuer = 'https://login.microsoftonline.com/common/v2.0'),
    'record.entra-shared-tenant warn',
  ],
  [
    'Auth0',
    r => (r.provider.issuer = 'https://tenant.eu.auth0.com'),
    'record.auth0-trailing-slash warn',
  ],
  [
    'authentik',
    r => (r.provider.issuer = 'https://sso.example.com/application/o/camunda'),
    'record.auth0-trailing-slash warn',
  ],
  [
    'Cognito',
    r =>
      (r.provider.issuer =
        'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_abc'),
    'record.cognito-audience warn',
  ],
  [
    'two hosts',
    r => (r.provider.issuerBackendUrl = 'https://idp.internal/realms/payments'),
    'record.split-horizon info',
  ],
  [
    'one address for two',
    r => (r.components.optimize.url = `${r.components.operate.url}/`),
    'record.duplicate-url warn',
  ],
  [
    'one secret for two',
    r => (r.components.optimize.secret = r.components.operate.secret),
    'record.duplicate-secret warn',
  ],
  [
    'expires soon',
    r => (r.components.zeebe.secret.expiresAt = '2026-12-20T00:00:00Z'),
    'record.secret-expires warn',
  ],
];

describe('lint', () => {
  it('has nothing to say about a good record', () => {
    expect(codes(() => {})).toEqual([]);
    expect(codes(() => {}, { base: microsoftRecord() })).toEqual([]);
  });

  it.each(OF_A_RECORD)('finds %s', (_, change, expected) => {
    expect(codes(change)).toContain(expected);
  });

  it('knows Entra', () => {
    expect(
      codes(r => (r.components.operate.audience = 'api://operate'), {
        base: microsoftRecord(),
      }),
    ).toContain('record.microsoft-audience warn');
    expect(
      codes(r => (r.components.zeebe.tokenScope = '[id]./default'), {
        base: microsoftRecord(),
      }),
    ).toContain('record.scope-form warn');
  });

  it('takes http and loopback as information where the installation allows them', () => {
    expect(
      codes(r => (r.provider.issuer = 'http://localhost:9400'), {
        insecureAllowed: true,
      }),
    ).toEqual(['record.http-url info', 'record.loopback-url info']);
  });

  it('never repeats the value of the initial claim', () => {
    const record: any = genericRecord();
    record.initialClaim.value = 'alice@example.com';
    const findings = lintRecord(record, DEFAULT_PROVIDER_CONTEXT, {
      insecureAllowed: false,
      now: new Date(),
    });
    expect(findings).toHaveLength(1);
    expect(JSON.stringify(findings)).not.toContain('alice');
  });

  it.each(AT_ENTRA)('at Entra: %s', (_, change, code) => {
    expect(codes(change, { base: microsoftRecord() })).toContain(code);
  });

  it.each(OF_A_PRODUCT)('%s', (_, change, code) => {
    expect(codes(change)).toContain(code);
  });

  it('from 8.8 on', () => {
    const cluster = inVersion(microsoftRecord(), '8.9');
    cluster.components.orchestration!.preferUsernameClaim = false;
    expect(codes(() => {}, { base: cluster })).toEqual([
      'record.cluster-claims warn',
    ]);
    const split = inVersion(genericRecord(), '8.9');
    expect(
      codes(
        r => (r.provider.issuerBackendUrl = 'https://idp.internal/realms/a'),
        { base: split },
      ),
    ).toEqual(['record.split-horizon warn']);
  });

  it('is silent about the records of every version', () => {
    for (const version of CAMUNDA_VERSIONS)
      for (const base of [genericRecord(), microsoftRecord()])
        expect(codes(() => {}, { base: inVersion(base, version) })).toEqual([]);
  });

  describe('an audience that the other side does not take', () => {
    type Change = (record: any) => void;
    const messages = (
      change: Change,
      version: CamundaVersion,
      base = genericRecord(),
    ) => {
      const record: any = inVersion(base, version);
      change(record);
      return lintRecord(record, DEFAULT_PROVIDER_CONTEXT, {
        insecureAllowed: false,
        now: new Date('2026-11-23T00:00:00Z'),
      })
        .filter(({ code }) => code === 'record.audience-not-accepted')
        .map(({ message, evidence }) => `${evidence?.path}: ${message}`);
    };
    const worker =
      (audience?: string, purpose?: string) =>
      (record: any): void => {
        record.machineClients = [
          {
            name: 'billing',
            clientId: 'billing',
            secret: { env: { name: 'BILLING' } },
            ...(audience ? { audience } : {}),
            ...(purpose ? { purpose } : {}),
          },
        ];
      };

    it.each<[string, Change, CamundaVersion, RegExp]>([
      [
        'Connectors up to 8.7',
        r => (r.components.connectors.audience = 'operate-api'),
        '8.6',
        /^components\.connectors\.audience: .*operate-api.*Zeebe accepts zeebe-api$/,
      ],
      [
        'Connectors that poll Operate',
        r => (r.components.connectors.operateAudience = 'zeebe-api'),
        '8.7',
        /^components\.connectors\.operateAudience: .*zeebe-api.*Operate accepts operate-api$/,
      ],
      [
        'Connectors of the cluster',
        r => (r.components.connectors.audience = 'zeebe-api'),
        '8.9',
        /accepts orchestration, orchestration-api, modeler-ui-api$/,
      ],
      [
        'a worker, which calls the cluster only',
        worker('optimize-api', 'worker'),
        '8.8',
        /^machineClients\.billing\.audience: billing asks.*optimize-api.*Orchestration Cluster accepts/,
      ],
      [
        'an application, which may call any API',
        worker('zeebe-api'),
        '8.8',
        /zeebe-api, and no component of the record accepts it$/,
      ],
    ])('%s', (_, change, version, expected) => {
      expect(messages(change, version)).toEqual([
        expect.stringMatching(expected),
      ]);
    });

    it.each<[string, Change, CamundaVersion]>([
      ['none of its own', () => {}, '8.8'],
      [
        'the cluster’s client ID',
        r => (r.components.connectors.audience = 'orchestration'),
        '8.8',
      ],
      [
        'no polling of Operate',
        r => {
          r.components.connectors.mode = 'outbound';
          r.components.connectors.operateAudience = 'any';
        },
        '8.7',
      ],
      ['another API', worker('optimize-api'), '8.8'],
      ['the worker’s default', worker(undefined, 'worker'), '8.8'],
      [
        'a cluster whose audience is not known',
        r => {
          r.components.connectors.audience = 'any';
          delete r.components.orchestration.audience;
        },
        '8.9',
      ],
    ])('not: %s', (_, change, version) => {
      expect(messages(change, version)).toEqual([]);
    });

    it('not at Entra, which goes by the scope', () => {
      expect(
        messages(
          r => (r.components.connectors.audience = 'any'),
          '8.9',
          microsoftRecord(),
        ),
      ).toEqual([]);
    });
  });

  it('Auth0 with its slash, one application for two with one secret', () => {
    expect(
      codes(r => {
        r.provider.issuer = 'https://tenant.eu.auth0.com/';
        r.components.tasklist.clientId = 'operate';
        r.components.tasklist.secret = r.components.operate.secret;
      }),
    ).toEqual(['record.duplicate-client-id warn']);
  });

  it('has a case for every code', () => {
    const covered = [
      ...[...OF_A_RECORD, ...AT_ENTRA, ...OF_A_PRODUCT].map(
        ([, , expected]) => expected.split(' ')[0],
      ),
      // Above.
      'record.microsoft-audience',
      'record.scope-form',
      'record.cluster-claims',
    ];
    // What the portal knows beside the record; held where it is said.
    const notOfTheRules = [
      'record.unknown-cloud',
      'record.initial-claim-set-before',
      'record.report-capped',
    ];
    expect(
      RECORD_FINDING_CODES.filter(
        code => !covered.includes(code) && !notOfTheRules.includes(code),
      ),
    ).toEqual([]);
  });
});

describe('a profile that another package adds', () => {
  const profiles = [
    {
      profile: 'acme',
      title: 'Acme',
      matchesIssuer: (issuer: string) => issuer.includes('acme'),
      quirks: [],
      issuerEndsInSlash: true,
      tokensLackAudience: true,
      admin: {},
      docsUrl: 'https://acme.example.com',
    },
  ];

  it.each([
    [
      'https://acme.example.com',
      ['record.auth0-trailing-slash', 'record.cognito-audience'],
    ],
    ['https://acme.example.com/', ['record.cognito-audience']],
    ['https://other.example.com', []],
  ])('has the rules of its facts: %s', (issuer, expected) => {
    const record = genericRecord() as any;
    record.provider = { type: 'GENERIC', issuer };
    const found = lintRecord(
      record,
      { ...DEFAULT_PROVIDER_CONTEXT, profiles },
      { insecureAllowed: false, now: new Date('2026-11-23T00:00:00Z') },
    ).map(({ code }) => code);
    expect(found.filter(code => /auth0|cognito/.test(code)).sort()).toEqual(
      expected,
    );
  });
});
