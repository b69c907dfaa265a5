import { load } from 'js-yaml';
import { parse, parseAllDocuments } from 'yaml';
import { genericRecord } from '../__fixtures__/records';
import { DEFAULT_PROVIDER_CONTEXT } from '../providers';
import { survivesUnquoted } from './helm/bareScalar';
import type { ConfigOptions } from './types';
import { springText } from './spring';
import { UnsupportedConfigError, writeConfig } from './writeConfig';

function write(
  options: ConfigOptions,
  change: (record: ReturnType<typeof genericRecord>) => void = () => {},
) {
  const record = genericRecord();
  change(record);
  return writeConfig(record, DEFAULT_PROVIDER_CONTEXT, options);
}

/** As Helm reads it: YAML 1.1. */
function readAsHelm(text: string): any {
  return parse(text, { version: '1.1' });
}

// Texts that YAML 1.1 takes for something else where they are not quoted, and texts that break files.
const NASTY = [
  'yes',
  'on',
  'null',
  '0123456789',
  '12:30:00',
  '1_000',
  '2026-01-01',
  '=',
  '~',
  '1e3',
  '0x1f',
  'a: b',
  'a #b',
  '- a',
  '"quoted"',
  "it's",
  '$HOME and ${HOME} and $(HOME)',
  'back\\slash',
  '%percent',
  '@at',
  'ünïcode',
];

describe('values as texts', () => {
  it.each(NASTY)('Helm: %s', text => {
    const { combined } = write({ format: 'helm' }, record => {
      record.components.identity.clientId = text;
    });
    for (const read of [readAsHelm, load as (text: string) => any])
      expect(
        read(combined.content).global.identity.auth.identity.clientId,
      ).toBe(text);
  });

  it.each(NASTY)('an initial claim is read twice: %s', text => {
    const { combined } = write({ format: 'helm' }, record => {
      record.initialClaim.value = text;
    });
    const once = readAsHelm(combined.content).global.identity.auth.identity
      .initialClaimValue;
    // What the chart's template prints, unquoted, into the Deployment.
    expect(readAsHelm(`value: ${once}`).value).toBe(text);
    expect(once === text).toBe(survivesUnquoted(text));
  });

  it.each(NASTY)('Kubernetes and Compose: %s', text => {
    const change = (record: ReturnType<typeof genericRecord>) => {
      record.components.identity.audience = text;
    };
    const compose = write({ format: 'env', style: 'compose' }, change);
    const written: string = readAsHelm(compose.combined.content).services
      .identity.environment.CAMUNDA_IDENTITY_AUDIENCE;
    // As Identity’s Spring gets it; escaping.test.ts says what it makes of it.
    expect(written.replace(/\$\$/g, '$')).toBe(springText(text));
    const kubernetes = write({ format: 'env', style: 'kubernetes' }, change);
    const [first] = parseAllDocuments(kubernetes.combined.content, {
      version: '1.1',
    });
    const entry = (first!.toJS() as any).env.find(
      ({ name }: { name: string }) => name === 'CAMUNDA_IDENTITY_AUDIENCE',
    );
    expect(entry.value.replace(/\$\$/g, '$')).toBe(springText(text));
  });
});

describe('endpoints', () => {
  const untyped = (record: ReturnType<typeof genericRecord>) => {
    record.provider = { type: 'GENERIC', issuer: 'https://idp.example.com' };
  };

  it('are never guessed', () => {
    const { combined, findings } = write({ format: 'helm' }, untyped);
    const { auth } = readAsHelm(combined.content).global.identity;
    expect(auth.tokenUrl).toBe('<TOKEN_URL_ENDPOINT>');
    expect(auth.jwksUrl).toBe('<JWKS_URL>');
    expect(findings.map(({ code }) => code)).toEqual([
      'config.endpoint-missing',
      'config.endpoint-missing',
    ]);
  });

  it('are taken from the last good check, and typed ones go first', () => {
    const record = {
      ...genericRecord(),
      discovered: {
        authUrl: 'https://idp.example.com/auth',
        tokenUrl: 'https://idp.example.com/token',
        jwksUrl: 'https://idp.example.com/keys',
        at: '2026-11-23T10:00:00.000Z',
      },
    };
    record.provider = {
      type: 'GENERIC',
      issuer: 'https://idp.example.com',
      jwksUrl: 'https://typed.example.com/keys',
    };
    const { combined, findings } = writeConfig(
      record,
      DEFAULT_PROVIDER_CONTEXT,
      { format: 'helm' },
    );
    const { auth } = readAsHelm(combined.content).global.identity;
    expect(auth.tokenUrl).toBe('https://idp.example.com/token');
    expect(auth.jwksUrl).toBe('https://typed.example.com/keys');
    expect(findings).toEqual([]);
  });
});

describe('secrets', () => {
  it('are references in every form', () => {
    const kubernetes = write({ format: 'env', style: 'kubernetes' });
    expect(kubernetes.combined.content).toContain('secretKeyRef');
    const dotenv = write({ format: 'env' }).combined.content;
    expect(dotenv).toContain(
      '# Secret "camunda-oidc", key "identity"\nIDENTITY__CAMUNDA_IDENTITY_CLIENT_SECRET=${IDENTITY_CLIENT_SECRET}',
    );
    const { auth } = readAsHelm(write({ format: 'helm' }).combined.content)
      .global.identity;
    expect(auth.operate.existingSecret).toEqual({ name: 'camunda-oidc' });
    expect(auth.operate.existingSecretKey).toBe('operate');
  });

  it('name an assumed Secret where the record has none, and say so', () => {
    const { combined, findings } = write({ format: 'helm' }, record => {
      record.components.operate!.secret = undefined;
      record.components.zeebe!.secret = { env: { name: 'ZEEBE_SECRET' } };
    });
    const { auth } = readAsHelm(combined.content).global.identity;
    expect(auth.operate.existingSecret.name).toBe('payments-prod-oidc');
    expect(auth.operate.existingSecretKey).toBe('operate-secret');
    expect(findings.map(({ code, subject }) => [code, subject.client])).toEqual(
      [
        ['config.secret-assumed', 'operate'],
        ['config.secret-assumed', 'zeebe'],
      ],
    );
  });

  it('take an environment variable by its name', () => {
    const { combined, findings } = write({ format: 'env' }, record => {
      record.components.identity.secret = { env: { name: 'MY_SECRET' } };
    });
    expect(combined.content).toContain(
      'CAMUNDA_IDENTITY_CLIENT_SECRET=${MY_SECRET}',
    );
    expect(findings).toEqual([]);
  });

  it('have names and keys but no values in the manifest', () => {
    const { combined } = write({ format: 'kubernetes-secret' });
    const manifest = readAsHelm(combined.content);
    expect(manifest.metadata.name).toBe('camunda-oidc');
    expect(Object.keys(manifest.stringData).sort()).toEqual([
      'connectors',
      'identity',
      'operate',
      'optimize',
      'tasklist',
      'zeebe',
    ]);
    expect(new Set(Object.values(manifest.stringData))).toEqual(new Set(['']));
  });
});

describe('connectors', () => {
  it('outbound only needs no Operate', () => {
    const { files } = write({ format: 'env', component: 'connectors' }, r => {
      r.components.connectors!.mode = 'outbound';
    });
    expect(files[0].content).toContain(
      'CAMUNDA_CONNECTOR_POLLING_ENABLED=false',
    );
    expect(files[0].content).not.toContain('CAMUNDA_IDENTITY_AUDIENCE');
  });

  it('inbound asks for tokens of Zeebe and of Operate', () => {
    const of = (camundaVersion: '8.6' | '8.7') =>
      write({ format: 'env', component: 'connectors', camundaVersion }).files[0]
        .content;
    for (const version of ['8.6', '8.7'] as const) {
      expect(of(version)).toContain('CAMUNDA_IDENTITY_AUDIENCE=operate-api');
      expect(of(version)).not.toContain('CAMUNDA_CONNECTOR_POLLING');
    }
    expect(of('8.6')).toContain('ZEEBE_TOKEN_AUDIENCE=zeebe-api');
    // 8.7 has the names of the Camunda client, and a client of its own for Operate.
    expect(of('8.7')).not.toContain('ZEEBE_TOKEN_AUDIENCE');
    expect(of('8.7')).toContain('CAMUNDA_CLIENT_ZEEBE_AUDIENCE=zeebe-api');
    expect(of('8.7')).toContain('OPERATE_CLIENT_AUDIENCE=operate-api');
  });
});

describe('selection', () => {
  it('one component has what all share and its own keys', () => {
    const { combined } = write({ format: 'helm', component: 'optimize' });
    const { auth } = readAsHelm(combined.content).global.identity;
    expect(auth.issuer).toBeDefined();
    expect(auth.optimize.clientId).toBe('optimize');
    expect(auth.operate).toBeUndefined();
  });

  it('refuses a component that the record does not have', () => {
    expect(() =>
      write({ format: 'env', component: 'console' }, record => {
        record.components.console = undefined;
      }),
    ).toThrow(UnsupportedConfigError);
    expect(() =>
      write({
        format: 'env',
        component: 'operate',
        camundaVersion: '8.8',
      }),
    ).toThrow(UnsupportedConfigError);
  });
});
