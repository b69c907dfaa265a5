import { parseDocument, visit, isScalar, isMap, type Pair } from 'yaml';
import { load } from 'js-yaml';
import { genericRecord, microsoftRecord } from '../__fixtures__/records';
import { DEFAULT_PROVIDER_CONTEXT } from '../providers';
import { ConfigValues } from './values';
import { helmEntries } from './helm';
import { writeConfig } from './writeConfig';

/*
 * The page's four blocks, key for key: their names, nesting and order, in our own notation. Kept apart
 * from the writers, so that a change there shows here.
 */
const ENV_KEYS = [
  'CAMUNDA_IDENTITY_TYPE',
  'CAMUNDA_IDENTITY_BASE_URL',
  'CAMUNDA_IDENTITY_ISSUER',
  'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
  'CAMUNDA_IDENTITY_CLIENT_ID',
  'CAMUNDA_IDENTITY_CLIENT_SECRET',
  'CAMUNDA_IDENTITY_AUDIENCE',
  'IDENTITY_INITIAL_CLAIM_NAME',
  'IDENTITY_INITIAL_CLAIM_VALUE',
  'SPRING_PROFILES_ACTIVE',
];

const HELM_KEYS = {
  GENERIC: [
    'issuer issuerBackendUrl tokenUrl jwksUrl type',
    'identity: clientId existingSecret audience initialClaimName initialClaimValue',
    'operate: clientId audience existingSecret',
    'tasklist: clientId audience existingSecret',
    'optimize: clientId audience existingSecret',
    'zeebe: clientId audience existingSecret',
    'webModeler: clientId clientApiAudience publicApiAudience',
    'console: clientId audience',
  ],
  MICROSOFT: [
    'issuer issuerBackendUrl tokenUrl jwksUrl type publicIssuerUrl',
    'identity: clientId existingSecret audience initialClaimValue redirectUrl',
    'operate: clientId audience existingSecret redirectUrl',
    'tasklist: clientId audience existingSecret redirectUrl',
    'optimize: clientId audience existingSecret redirectUrl',
    'zeebe: clientId audience existingSecret tokenScope',
    'webModeler: clientId clientApiAudience publicApiAudience redirectUrl',
    'console: clientId audience redirectUrl wellKnown',
    'connectors: clientId existingSecret',
  ],
};

const RECORDS = { GENERIC: genericRecord, MICROSOFT: microsoftRecord };
const TYPES = ['GENERIC', 'MICROSOFT'] as const;

function helm(type: (typeof TYPES)[number]) {
  return writeConfig(RECORDS[type](), DEFAULT_PROVIDER_CONTEXT, {
    format: 'helm',
  }).combined.content;
}

/** Keys of the values file below global.identity.auth, without those that the page does not have. */
function pageKeys(type: (typeof TYPES)[number]): string[] {
  const values = new ConfigValues(RECORDS[type](), DEFAULT_PROVIDER_CONTEXT);
  const beyond = new Set(
    helmEntries(values, 'all')
      .filter(({ origin }) => origin === 'chart')
      .map(({ path }) => path.slice(0, 5).join('.')),
  );
  const { global } = load(helm(type)) as any;
  const auth = global.identity.auth as Record<string, unknown>;
  const lines: string[] = [];
  const top = Object.keys(auth).filter(key => typeof auth[key] === 'string');
  lines.push(top.join(' '));
  for (const [section, content] of Object.entries(auth)) {
    if (content === null || typeof content !== 'object') continue;
    const keys = Object.keys(content).filter(
      key => !beyond.has(`global.identity.auth.${section}.${key}`),
    );
    if (keys.length) lines.push(`${section}: ${keys.join(' ')}`);
  }
  return lines;
}

/** The address that redirect URIs begin with, and audiences that Identity's image does not expect. */
const BEYOND: Record<(typeof TYPES)[number], string[]> = {
  GENERIC: ['IDENTITY_URL'],
  MICROSOFT: [
    'IDENTITY_URL',
    'CAMUNDA_OPERATE_AUDIENCE',
    'CAMUNDA_TASKLIST_AUDIENCE',
    'CAMUNDA_OPTIMIZE_AUDIENCE',
  ],
};

describe("the page's blocks", () => {
  it.each(TYPES)('%s environment variables, key for key', type => {
    const { files } = writeConfig(RECORDS[type](), DEFAULT_PROVIDER_CONTEXT, {
      format: 'env',
      component: 'identity',
    });
    const keys = files[0].content
      .split('\n')
      .filter(line => /^[A-Z]/.test(line))
      .map(line => line.split('=')[0]);
    expect(keys.slice(0, ENV_KEYS.length)).toEqual(ENV_KEYS);
    // Beyond the page, as in the chart.
    expect(keys.slice(ENV_KEYS.length)).toEqual(BEYOND[type]);
    expect(files[0].content).toContain(
      '# this is used for container to container communication\nCAMUNDA_IDENTITY_ISSUER_BACKEND_URL=',
    );
    expect(files[0].content).toMatch(/database/);
  });

  it.each(TYPES)('%s Helm values, key for key', type => {
    expect(pageKeys(type)).toEqual(HELM_KEYS[type]);
  });

  it("has the page's notes and Entra's addresses", () => {
    const values = helm('MICROSOFT');
    const tenant =
      'https://login.microsoftonline.com/9a95fd9e-005d-487a-9a01-d08c1eab2757';
    expect(values).toContain('# this is used for container to container');
    expect(values).toContain('# This is the object ID of the first user.');
    const { auth } = (load(values) as any).global.identity;
    expect(auth).toMatchObject({
      issuer: `${tenant}/v2.0`,
      issuerBackendUrl: `${tenant}/v2.0`,
      tokenUrl: `${tenant}/oauth2/v2.0/token`,
      jwksUrl: `${tenant}/discovery/v2.0/keys`,
      publicIssuerUrl: `${tenant}/v2.0`,
      type: 'MICROSOFT',
    });
    expect(auth.zeebe.tokenScope).toBe(`${auth.zeebe.clientId}/.default`);
    expect(auth.identity.audience).toBe(auth.identity.clientId);
  });
});

describe('YAML', () => {
  it.each(TYPES)('%s: every text that comes from a record is quoted', type => {
    const plain: string[] = [];
    visit(parseDocument(helm(type)), {
      Pair(_, pair: Pair) {
        if (isMap(pair.value) || !isScalar(pair.value)) return;
        const { type: style, value } = pair.value;
        if (typeof value === 'string' && style !== 'QUOTE_DOUBLE')
          plain.push(String(pair.key));
      },
    });
    // Names in `env` lists are ours.
    expect(plain.filter(key => key !== 'name')).toEqual([]);
  });
});
