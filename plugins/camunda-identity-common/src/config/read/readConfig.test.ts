import fc from 'fast-check';
import {
  CAMUNDA_VERSIONS,
  clientsOf,
  hasOrchestrationCluster,
  needsSecret,
} from '../../camunda';
import { records } from '../../__testUtils__/arbitraries';
import type { ConnectionInput } from '../../connections';
import { DEFAULT_PROVIDER_CONTEXT, isGuid } from '../../providers';
import { secretPlace } from '../secretPlace';
import type { Finding } from '../../checks';
import { CLIENTS } from './components';
import type { ConfigOptions } from '../types';
import { writeConfig } from '../writeConfig';
import { keyTable } from './keyTable';
import { readConfig } from './readConfig';
import { withoutDefaults } from './withoutDefaults';

/** Records for each form, over all versions that have it. */
const RUNS_PER_FORM = Number(process.env.PROPERTY_RUNS ?? 1000);

const FORMS: Array<[string, ConfigOptions]> = [
  ['helm', { format: 'helm' }],
  ['dotenv', { format: 'env', style: 'dotenv' }],
  ['compose', { format: 'env', style: 'compose' }],
  ['kubernetes', { format: 'env', style: 'kubernetes' }],
  ['application-yaml', { format: 'application-yaml' }],
];

/** The members that a form can hold. */
function membersOf(record: ConnectionInput, options: ConfigOptions) {
  const table = keyTable(
    record.camundaVersion,
    record.provider.type,
    options.format as 'env',
    options.style,
  );
  const members = new Set<string>();
  for (const keys of table.values())
    for (const { member } of keys.values()) if (member) members.add(member);
  return members;
}

/** Where the form says that a secret is. */
function secretIn(
  record: ConnectionInput,
  key: Parameters<typeof secretPlace>[1],
  secret: Parameters<typeof secretPlace>[2],
  { format, style }: ConfigOptions,
) {
  const place = secretPlace(record.name, key, secret);
  if (format === 'application-yaml')
    return place.fromEnv ? { env: { name: place.variable } } : undefined;
  const names = format === 'helm' || style === 'kubernetes' || !place.fromEnv;
  return names
    ? { kubernetesSecret: place.kubernetesSecret }
    : { env: { name: place.variable } };
}

/** What of a record a form can give back. */
function expected(record: ConnectionInput, options: ConfigOptions) {
  const members = membersOf(record, options);
  const copy: any = structuredClone(record);
  const values: any = {
    provider: copy.provider,
    components: {},
    initialClaim: members.has('initialClaim.value')
      ? copy.initialClaim
      : undefined,
  };
  const entra = record.provider.type === 'MICROSOFT';
  // In variables Zeebe's client stands with those who use it.
  const isZeebeUnnamed =
    options.format === 'env' &&
    !copy.components.operate &&
    !copy.components.tasklist;
  for (const facts of clientsOf(record.camundaVersion)) {
    const [component, part] = facts.key.split('.');
    const own = copy.components[component];
    if (!own) continue;
    const settings = part ? own[part] : own;
    const kept: any = {};
    for (const [name, value] of Object.entries(settings)) {
      const carried =
        members.has(`components.${facts.key}.${name}`) ||
        (name === 'audience' &&
          members.has(`components.${facts.key}.audiences`)) ||
        (name === 'clientId' &&
          entra &&
          members.has(`components.${facts.key}.audience`)) ||
        (name === 'url' && members.has(`components.${facts.key}.redirectUri`));
      if (carried)
        kept[name] =
          name === 'url' ? (value as string).replace(/\/+$/, '') : value;
    }
    if (
      needsSecret(facts) &&
      [...members].some(path =>
        path.startsWith(`components.${facts.key}.secret`),
      )
    )
      kept.secret = secretIn(record, facts.key, settings.secret, options);
    if (isZeebeUnnamed && facts.key === 'zeebe') {
      for (const name of ['secret', 'tokenScope']) delete kept[name];
      if (!entra) delete kept.clientId;
    }
    if (facts.key === 'connectors') {
      const inherits =
        isZeebeUnnamed ||
        (options.format === 'application-yaml' &&
          record.camundaVersion === '8.7');
      if (inherits && !entra)
        kept.tokenScope ??= copy.components.zeebe?.tokenScope;
      // Up to 8.6 only variables say how Connectors reach Zeebe.
      if (
        options.format === 'application-yaml' &&
        ['8.5', '8.6'].includes(record.camundaVersion)
      ) {
        if (settings.mode === 'outbound') continue;
        delete kept.audience;
        delete kept.tokenScope;
      }
      const hasMode =
        options.format !== 'helm' &&
        !hasOrchestrationCluster(record.camundaVersion);
      if (hasMode) kept.mode = settings.mode;
      else delete kept.mode;
      if (!hasMode || settings.mode === 'outbound') delete kept.operateAudience;
    }
    if (part) {
      values.components[component] ??= {};
      values.components[component][part] = kept;
      if (part === 'ui' && members.has(`components.${component}.url`))
        values.components[component].url = own.url.replace(/\/+$/, '');
    } else values.components[component] = kept;
  }
  return withoutDefaults(
    values,
    record.camundaVersion,
    DEFAULT_PROVIDER_CONTEXT,
  );
}

/** Which of the provider's endpoints stand in the file at all. */
function providerIn(values: any, file: string) {
  const content = file.replace(/^\s*#.*$/gm, '');
  if (!/AUTH_SCOPES|authScopes/.test(content)) delete values.provider?.scopes;
  for (const key of ['authUrl', 'tokenUrl', 'jwksUrl', 'issuerBackendUrl'])
    if (values.provider?.[key] && !content.includes(values.provider[key]))
      delete values.provider[key];
  return values;
}

/** In a list of audiences nobody can tell whose is whose where two are the same. */
function sharesAudience({ components }: ConnectionInput): boolean {
  const ui = (components.hub ?? components.webModeler)?.ui.audience;
  return [components.orchestration, components.optimize].some(
    component => ui !== undefined && component?.audience === ui,
  );
}

/** Codes that say something of the record, or of what stands elsewhere, not of how it was written. */
const NOT_OF_THE_FILE = [
  'config.placeholder',
  'config.preset-audience',
  'config.old-key',
  'config.expression',
  // Chart 15 still reads them, and has no other place for some.
  'config.deprecated-key',
];

/** What there is to say against a file that was written, as `code message`. */
function faults(findings: readonly Finding[], record: ConnectionInput) {
  const has = (container: string) => {
    const [component] = (CLIENTS[container] ?? '').split('.');
    const { operate, orchestration } = record.components;
    // What Connectors talk to is needed to know what they need.
    if (component === 'connectors' && !operate && !orchestration) return false;
    return component in record.components;
  };
  return (
    findings
      .filter(({ code }) => code.startsWith('config.'))
      .filter(({ code }) => !NOT_OF_THE_FILE.includes(code))
      // An audience of their own that the record gives to Connectors is the record's affair.
      .filter(
        ({ code, message }) =>
          !(
            code === 'config.key-together' &&
            message.includes('Connectors ask for a token') &&
            record.components.connectors?.audience
          ),
      )
      .filter(({ code, result, evidence }) => {
        if (code !== 'config.unset-key') return true;
        // Switches and sections of components that the record does not describe.
        const containers = [
          evidence?.containers ?? evidence?.container ?? [],
        ].flat() as string[];
        return result !== 'info' && containers.some(has);
      })
      .map(({ code, message }) => `${code} ${message}`)
  );
}

describe.each(CAMUNDA_VERSIONS)('%s', version => {
  it.each(FORMS)('%s: what was written is read again', (_, options) => {
    fc.assert(
      fc.property(
        fc.oneof(records(version, 'GENERIC'), records(version, 'MICROSOFT')),
        record => {
          fc.pre(!sharesAudience(record));
          const { content } = writeConfig(
            record,
            DEFAULT_PROVIDER_CONTEXT,
            options,
          ).combined;
          const read = readConfig(
            { ...options, content, camundaVersion: version },
            DEFAULT_PROVIDER_CONTEXT,
          );
          expect(read.unknown).toEqual([]);
          expect(faults(read.findings, record)).toEqual([]);
          expect(read.values).toEqual(
            providerIn(expected(record, options), content),
          );
          // Every value has a line of the file.
          const lines = content.split('\n').length;
          for (const { line } of Object.values(read.sources))
            expect(line >= 1 && line <= lines).toBe(true);
        },
      ),
      { numRuns: Math.ceil(RUNS_PER_FORM / CAMUNDA_VERSIONS.length) },
    );
  });
});

it('kubernetes-secret: every Secret and key is read again', () => {
  fc.assert(
    fc.property(
      fc
        .constantFrom(...CAMUNDA_VERSIONS)
        .chain(version =>
          fc.oneof(records(version, 'GENERIC'), records(version, 'MICROSOFT')),
        ),
      record => {
        const { camundaVersion } = record;
        const format = 'kubernetes-secret' as const;
        const { content } = writeConfig(record, DEFAULT_PROVIDER_CONTEXT, {
          format,
        }).combined;
        const { kubernetesSecrets, findings } = readConfig(
          { format, content, camundaVersion },
          DEFAULT_PROVIDER_CONTEXT,
        );
        const places = clientsOf(camundaVersion).flatMap(facts => {
          const settings: any = (record.components as any)[facts.key];
          return needsSecret(facts) && settings
            ? [
                secretPlace(record.name, facts.key, settings.secret)
                  .kubernetesSecret,
              ]
            : [];
        });
        const id = (place: { name: string; key: string }) =>
          `${place.name}/${place.key}`;
        expect(new Set(kubernetesSecrets?.map(id))).toEqual(
          new Set(places.map(id)),
        );
        // A skeleton holds no values.
        expect(findings).toEqual([]);
      },
    ),
    { numRuns: RUNS_PER_FORM },
  );
});

it('generated tenants are GUIDs', () => {
  fc.assert(
    fc.property(records('8.7', 'MICROSOFT'), ({ provider }) => {
      expect(isGuid((provider as { tenantId: string }).tenantId)).toBe(true);
    }),
    { numRuns: 10 },
  );
});
