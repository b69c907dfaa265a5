/**
 * `npm run test:charts`: puts the written Helm values into Camunda's real charts and looks at what comes out.
 * Needs `helm` on the PATH, and in CAMUNDA_CHARTS a folder with camunda-platform-8.5 to camunda-platform-8.10
 * (a checkout's charts/, dependencies fetched). Says so where one is missing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_PROVIDER_CONTEXT } from 'backstage-plugin-camunda-identity-common';
import { writeConfig } from 'backstage-plugin-camunda-identity-common/config';
import {
  CAMUNDA_VERSIONS,
  hasOrchestrationCluster,
  type CamundaVersion,
} from 'backstage-plugin-camunda-identity-common/facts';
import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../plugins/camunda-identity-common/src/__fixtures__/records';

const charts = process.env.CAMUNDA_CHARTS;

/** Nothing but databases and switched-on components. */
function needs(version: CamundaVersion): string {
  const database = (path: string) =>
    `${path}:\n  externalDatabase:\n    enabled: true\n    host: db\n    port: 5432\n    database: camunda\n    username: camunda\n`;
  if (!hasOrchestrationCluster(version))
    return `identityPostgresql:\n  enabled: true\nconsole:\n  enabled: true\nwebModeler:\n  enabled: true\n  restapi:\n    mail:\n      fromAddress: camunda@example.com\npostgresql:\n  enabled: true\n`;
  const modeler = version === '8.10' ? 'camundaHub' : 'webModeler';
  return `${database('identity').replace(
    'identity:\n',
    'identity:\n  enabled: true\n',
  )}optimize:\n  enabled: true\n${
    version === '8.10' ? '' : 'console:\n  enabled: true\n'
  }${modeler}:\n  enabled: true\n  restapi:\n    mail:\n      fromAddress: camunda@example.com\n    externalDatabase:\n      url: jdbc:postgresql://db:5432/modeler\n      user: modeler\norchestration:\n  data:\n    secondaryStorage:\n      type: elasticsearch\n`;
}

/** What must, and what must not, stand in the manifests. */
function problemsOf(
  manifests: string,
  record: ReturnType<typeof genericRecord>,
): string[] {
  const problems: string[] = [];
  const wanted = Object.entries(record.components).flatMap(([key, component]) =>
    component && 'clientId' in component
      ? [[`${key} client ID`, component.clientId] as const]
      : [],
  );
  for (const [what, value] of wanted)
    if (!manifests.includes(value))
      problems.push(`${what} ${value} is missing`);
  if (manifests.includes('https://well-known-uri'))
    problems.push('https://well-known-uri is left');
  for (const line of manifests.split('\n'))
    if (/(redirect|fullurl|identity_url)\S*:?\s.*localhost/i.test(line))
      problems.push(`a localhost default is left: ${line.trim()}`);
  if (
    /keycloak/i.test(
      manifests.match(/^kind: StatefulSet[\s\S]*?^---/gm)?.join() ?? '',
    )
  )
    problems.push('Keycloak is installed as well');
  return problems;
}

function render(version: CamundaVersion, type: string, chart: string): boolean {
  const base = type === 'generic' ? genericRecord() : microsoftRecord();
  const record = inVersion(base, version);
  const folder = mkdtempSync(join(tmpdir(), 'camunda-identity-charts-'));
  try {
    const values = join(folder, 'values.yaml');
    const others = join(folder, 'needs.yaml');
    writeFileSync(
      values,
      writeConfig(record, DEFAULT_PROVIDER_CONTEXT, { format: 'helm' }).combined
        .content,
    );
    writeFileSync(others, needs(version));
    const { status, stdout, stderr } = spawnSync(
      'helm',
      ['template', 'camunda', chart, '-f', others, '-f', values],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const problems =
      status === 0 ? problemsOf(stdout, record) : [stderr.trim()];
    for (const problem of problems)
      console.log(`${version} ${type}: ${problem}`);
    if (problems.length === 0) console.log(`${version} ${type}: takes effect`);
    return problems.length === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (spawnSync('helm', ['version', '--short']).status !== 0) {
  console.log('Not rendered: there is no helm on the PATH.');
} else if (!charts || !existsSync(charts)) {
  console.log(
    'Not rendered: CAMUNDA_CHARTS does not name a folder with the charts camunda-platform-8.5 to camunda-platform-8.10.',
  );
} else {
  let good = true;
  for (const version of CAMUNDA_VERSIONS) {
    const chart = join(charts, `camunda-platform-${version}`);
    if (!existsSync(chart)) {
      console.log(`Not rendered: there is no ${chart}.`);
      continue;
    }
    for (const type of ['generic', 'microsoft'])
      good = render(version, type, chart) && good;
  }
  process.exitCode = good ? 0 : 1;
}
