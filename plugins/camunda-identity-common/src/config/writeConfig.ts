import {
  componentsOf,
  findComponent,
  machineClientName,
  type CamundaVersion,
  type ClientKey,
} from '../camunda';
import { finding, type Finding } from '../checks';
import type { ProviderContext } from '../providers';
import { writeApplicationYaml } from './applicationYaml';
import { writeEnv } from './env';
import { helmEntries, writeHelm } from './helm';
import { dollarFindings } from './helm/dollars';
import { writeKubernetesSecrets } from './kubernetesSecret';
import type {
  ConfigFile,
  ConfigInput,
  ConfigOptions,
  ConfigOutput,
} from './types';
import { ConfigValues } from './values';

/**
 * Thrown for a form that a version does not have; the message is for people.
 *
 * @public
 */
export class UnsupportedConfigError extends Error {
  name = 'UnsupportedConfigError';
}

/**
 * Writes a record as configuration. Pure and deterministic: the same record gives the same bytes.
 *
 * @throws UnsupportedConfigError for a component that the record does not have, or a form that its
 * version does not have
 * @public
 */
export function writeConfig(
  input: ConfigInput,
  providers: ProviderContext,
  options: ConfigOptions,
): ConfigOutput {
  const version = options.camundaVersion ?? input.camundaVersion;
  const values = new ConfigValues(
    { ...input, camundaVersion: version },
    providers,
  );
  const component = options.component ?? 'all';
  if (component !== 'all' && !values.has(component))
    throw new UnsupportedConfigError(
      `component: the record has no such client in Camunda ${version}`,
    );
  const written = write(values, component, options);
  return {
    ...written,
    findings: [
      ...values.findings,
      ...(options.format === 'helm' && written.combined.content.includes('$')
        ? dollarFindings(helmEntries(values, component))
        : []),
      ...missingComponents(input, version),
      ...(component === 'all'
        ? machinesElsewhere(values, options, written.files)
        : []),
    ],
  };
}

function write(
  values: ConfigValues,
  component: ClientKey | 'all',
  { format, style = 'dotenv' }: ConfigOptions,
): Pick<ConfigOutput, 'files' | 'combined'> {
  switch (format) {
    case 'env':
      return writeEnv(values, style, component);
    case 'helm': {
      const file = writeHelm(values, component);
      return { files: [file], combined: file };
    }
    case 'kubernetes-secret': {
      const file = writeKubernetesSecrets(values, component);
      return { files: [file], combined: file };
    }
    default:
      return writeApplicationYaml(values, component);
  }
}

/** What another version than the record's has instead of what the record describes. */
function missingComponents(
  { camundaVersion, components }: ConfigInput,
  version: CamundaVersion,
): Finding[] {
  if (version === camundaVersion) return [];
  return componentsOf(version)
    .filter(({ key }) => !findComponent(key, camundaVersion))
    .filter(({ key }) => components[key] === undefined)
    .map(({ clients, title }) =>
      finding(
        'config.component-missing',
        'info',
        { kind: 'client', client: clients[0].key },
        {
          message: `Camunda ${version} has ${title}, which the record (${camundaVersion}) does not describe`,
        },
      ),
    );
}

/** Applications of the team's own of which a form says nothing. */
function machinesElsewhere(
  values: ConfigValues,
  { format }: ConfigOptions,
  files: readonly ConfigFile[],
): Finding[] {
  const missing = values
    .machineClients()
    .filter(
      key =>
        format !== 'kubernetes-secret' &&
        !files.some(({ path }) => path.startsWith(key.replace('.', '-'))),
    )
    .flatMap(key => machineClientName(key) ?? []);
  if (missing.length === 0) return [];
  return [
    finding(
      'config.machine-client-elsewhere',
      'info',
      { kind: 'record' },
      {
        message: `Not in this form: ${missing.join(', ')}. ${
          format === 'helm'
            ? 'The chart has no keys for applications of a team’s own'
            : 'In this version their client library is set by variables only'
        }; the form env has their variables`,
        evidence: { machineClients: missing },
      },
    ),
  ];
}
