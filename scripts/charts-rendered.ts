/**
 * Makes `camunda/charts/rendered.ts` of what the Helm charts make of sample records:
 *
 *     npx tsx scripts/charts-rendered.ts <folder of <version>-<provider>.json>
 *
 * Every value of a sample is turned into what it stands for in the record, so that it can be held against any
 * record. The folder's files have `record`, `variables` and `properties`, by container or file.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TARGET = join(
  __dirname,
  '../plugins/camunda-identity-common/src/camunda/charts/rendered.ts',
);

interface Sample {
  camunda: string;
  provider: 'GENERIC' | 'MICROSOFT';
  record: any;
  variables: Record<string, Record<string, string | boolean | number>>;
  properties: Record<string, Record<string, string | boolean | number>>;
}

const CONTAINERS: ReadonlyArray<[RegExp, string]> = [
  [/zeebe-gateway/, 'zeebe-gateway'],
  [/web-modeler-restapi/, 'web-modeler-restapi'],
  [/zeebe/, 'orchestration'],
  [/(identity|operate|tasklist|optimize|connectors|console)/, '$1'],
];

function containerOf(title: string, version: string): string | undefined {
  if (/identity-env-vars/.test(title)) return undefined;
  for (const [pattern, name] of CONTAINERS) {
    const found = pattern.exec(title);
    if (!found) continue;
    const container = name === '$1' ? found[1] : name;
    const older = /^8\.[567]$/.test(version);
    if (container === 'orchestration' && older) return 'zeebe-broker';
    if (container === 'web-modeler-restapi' && version === '8.10') return 'hub';
    return container;
  }
  return undefined;
}

const ENTRA = 'https://login.microsoftonline.com';

/** What each text of a sample stands for, the likeliest first. */
function meaningsOf({ record, provider }: Sample, container: string) {
  const found: Array<[text: string, meaning: string]> = [];
  const own: Record<string, string> = {
    'zeebe-gateway': 'zeebe',
    'web-modeler-restapi': 'webModeler.ui',
    hub: 'hub.ui',
  };
  const clients: Array<[string, any]> = Object.entries(
    record.components,
  ).flatMap(
    ([key, component]: [string, any]): Array<[string, any]> =>
      component.ui
        ? [
            [`${key}.ui`, { ...component.ui, url: component.url }],
            [`${key}.api`, component.api],
          ]
        : [[key, component]],
  );
  const first = own[container] ?? container;
  clients.sort(([a], [b]) => Number(b === first) - Number(a === first));
  for (const [key, client] of clients) {
    for (const name of ['clientId', 'audience', 'url'])
      if (client[name]) found.push([client[name], `{${key}.${name}}`]);
    if (client.secret)
      found.push([
        `(Secret ${client.secret.kubernetesSecret.name}, key ${client.secret.kubernetesSecret.key})`,
        `{${key}.secret}`,
      ]);
  }
  const { issuer, authUrl, tokenUrl, jwksUrl } =
    provider === 'GENERIC'
      ? record.provider
      : {
          issuer: `${ENTRA}/${record.provider.tenantId}/v2.0`,
          authUrl: `${ENTRA}/${record.provider.tenantId}/oauth2/v2.0/authorize`,
          tokenUrl: `${ENTRA}/${record.provider.tenantId}/oauth2/v2.0/token`,
          jwksUrl: `${ENTRA}/${record.provider.tenantId}/discovery/v2.0/keys`,
        };
  return [
    ...found,
    [`${issuer}/.well-known/openid-configuration`, '{wellKnown}'],
    [authUrl, '{authUrl}'],
    [tokenUrl, '{tokenUrl}'],
    [jwksUrl, '{jwksUrl}'],
    [issuer, '{issuer}'],
    ['http://camunda-identity:80', '{identity.address}'],
    ['http://camunda-operate:80', '{operate.address}'],
    [record.initialClaim.value, '{initialClaim.value}'],
  ] as Array<[string, string]>;
}

/** A value with the record's own texts named instead. */
function meaning(
  value: unknown,
  name: string,
  meanings: Array<[string, string]>,
) {
  const text = String(value);
  // What is named after an audience is one, though at Entra it is a client ID as well.
  const wanted = /audience/i.test(name) ? 'audience}' : '';
  const same = meanings.filter(([own]) => own === text);
  const exact =
    same.find(([, token]) => wanted && token.endsWith(wanted)) ?? same[0];
  if (exact) return exact[1];
  const inside = meanings.find(
    ([own]) => own.length > 8 && text.startsWith(`${own}/`),
  );
  return inside ? text.replace(inside[0], inside[1]) : text;
}

/** `audiences.0` is an entry of `audiences`. */
function nameOf(name: string): string {
  return name.replace(/\.(\d+)(?=\.|$)/g, '[$1]').replace(/\[\d+\]$/, '');
}

const VERSIONS = ['8.5', '8.6', '8.7', '8.8', '8.9', '8.10'];

/** The rows of all samples, those of several versions and both providers put together. */
export function renderedRows(folder: string): string[] {
  const rows = new Map<string, Set<string>>();
  for (const file of readdirSync(folder).filter(name =>
    name.endsWith('.json'),
  )) {
    const sample: Sample = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    for (const part of [sample.variables, sample.properties])
      for (const [title, values] of Object.entries(part)) {
        const container = containerOf(title, sample.camunda);
        if (!container) continue;
        const meanings = meaningsOf(sample, container);
        for (const [name, value] of Object.entries(values)) {
          const row = JSON.stringify([
            container,
            nameOf(name),
            meaning(value, name, meanings),
          ]);
          rows.set(
            row,
            (rows.get(row) ?? new Set()).add(
              `${sample.camunda} ${sample.provider}`,
            ),
          );
        }
      }
  }
  return [...rows]
    .map(([row, where]) => {
      const of = (provider: string) =>
        VERSIONS.filter(version => where.has(`${version} ${provider}`)).join(
          ' ',
        );
      const [container, name, value] = JSON.parse(row);
      return JSON.stringify([
        container,
        name,
        value,
        of('GENERIC'),
        of('MICROSOFT'),
      ]);
    })
    .sort();
}

/** The whole file. */
export function renderedFile(folder: string): string {
  return `/*
 * What the Helm charts give each container of sample records (8.5 = 10.11.3, 8.6 = 11.12.3, 8.7 = 12.13.3,
 * 8.8 = 13.12.7, 8.9 = 14.8.4, 8.10 = 15.0.0-alpha4). Made by scripts/charts-rendered.ts; do not edit.
 */

/** Container, variable or dotted property, what stands there, and the versions for GENERIC and MICROSOFT. */
export type RenderedRow = readonly [
  container: string,
  name: string,
  value: string,
  generic: string,
  microsoft: string,
];

// prettier-ignore
export const RENDERED: readonly RenderedRow[] = [
${renderedRows(folder)
  .map(row => `  ${row},`)
  .join('\n')}
];
`;
}

if (require.main === module) {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error('Usage: charts-rendered.ts <folder>');
  writeFileSync(TARGET, renderedFile(folder));
  execFileSync('npx', ['prettier', '--check', TARGET], { stdio: 'inherit' });
}
