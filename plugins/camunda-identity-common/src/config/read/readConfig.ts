import { chartKeyRule } from '../../camunda';
import { finding, type Finding } from '../../checks';
import type { ProviderContext } from '../../providers';
import { chartFindings } from './chartFindings';
import { disagreements } from './disagreements';
import { displayKey } from './displayKey';
import { fileFindings, providersIn } from './fileFindings';
import {
  claimAsPrinted,
  isPlaceholder,
  keyFindings,
  oldNameFindings,
} from './keyFindings';
import { lintFile } from './lintFile';
import { machineFindings } from './machineFindings';
import { Members } from './members';
import { parseSecrets } from './parseSecrets';
import { readKeys, type ReadKey, type ReadKeys } from './readKeys';
import { toRecordValues } from './recordValues';
import { Said } from './Said';
import type { ReadOptions, ReadOutput, UnknownKey } from './types';
import { unsetFindings, type Unset } from './unsetFindings';
import { expressionFindings, judgeValue, scopeFindings } from './valueFindings';
import { withoutDefaults } from './withoutDefaults';

function readSecretManifest({
  format,
  content,
  camundaVersion,
}: ReadOptions): ReadOutput {
  const keys = parseSecrets(content);
  return {
    format,
    camundaVersion,
    values: { components: {} },
    sources: {},
    unknown: [],
    kubernetesSecrets: keys.map(({ name, key, line }) => ({ name, key, line })),
    findings:
      keys.length === 0
        ? [
            finding(
              'config.nothing-recognised',
              'warn',
              { kind: 'record' },
              { message: 'The file has no manifest of kind Secret with keys' },
            ),
          ]
        : keys
            .filter(({ filled }) => filled)
            .map(({ name, key, line }) =>
              finding(
                'config.literal-secret',
                'warn',
                { kind: 'record' },
                {
                  message: `Secret ${name}, key ${key} (line ${line}) holds a value`,
                  evidence: { key: `${name}.${key}`, line },
                },
              ),
            ),
  };
}

/** `…_AUDIENCES_0`: commas in it separate nothing. */
function isListEntry({ path }: ReadKey): boolean {
  return /_[0-9]+_?$/.test(path[0]);
}

/** Connectors' mode stands in no key of its own name. */
function connectorsMode(keys: readonly ReadKey[]): string | undefined {
  const own = keys.filter(({ container }) => container === 'connectors');
  const polling = own.find(({ path }) =>
    /^CAMUNDA[_.]CONNECTOR[_.]POLLING[_.]ENABLED$/i.test(path.join('.')),
  );
  if (polling)
    return String(polling.value) === 'false' ? 'outbound' : 'inbound';
  return own.some(
    ({ meaning }) =>
      meaning?.member === 'components.connectors.operateAudience',
  )
    ? 'inbound'
    : undefined;
}

/** The members that keys give, with what there is to say of each. */
function collect(
  keys: readonly ReadKey[],
  { camundaVersion }: ReadOptions,
  said: Said,
): { members: Members; findings: Finding[]; unknown: UnknownKey[] } {
  const members = new Members();
  const findings: Finding[] = [];
  const unknown: UnknownKey[] = [];
  const isSet = (path: string) => said.chart(path) !== undefined;
  for (const key of keys) {
    findings.push(...keyFindings(key, camundaVersion, isSet));
    const { member, entry } = key.meaning ?? {};
    // Of a list the rest still counts.
    if (
      member &&
      (!isPlaceholder(key.value) || member.endsWith('.audiences'))
    ) {
      const judged = judgeValue(
        { ...key, value: claimAsPrinted(key).value },
        member,
        camundaVersion,
      );
      findings.push(...judged.findings);
      // `http://identity:8084` is how a container reaches another one, and nobody’s public address.
      const isInside =
        entry?.internalAddress && /^http:/i.test(String(judged.value));
      if (judged.value !== undefined && judged.value !== '' && !isInside)
        members.add(
          member,
          {
            value: isListEntry(key) ? [judged.value].flat() : judged.value,
            key: displayKey(key),
            line: key.line,
          },
          {
            fallback:
              entry?.internalAddress ||
              entry?.repeated ||
              (key.form === 'helm' &&
                chartKeyRule(key.canonical, camundaVersion, isSet)?.kind ===
                  'dead'),
          },
        );
    }
    if (!key.meaning && /^(unknown|foreign)$/.test(key.standing.kind)) {
      const { container, line, standing } = key;
      unknown.push({
        ...(container ? { container } : {}),
        key: displayKey(key),
        line,
        ...(standing.use ? { nearest: standing.use } : {}),
      });
    }
  }
  return { members, findings, unknown };
}

/**
 * A file that was read, with what comparisons want beyond the answer.
 *
 * @public
 */
export interface ReadDetails {
  output: ReadOutput;
  read: ReadKeys;
  said: Said;
  unset: Unset[];
}

/**
 * Reads a file, and keeps what a comparison looks at.
 *
 * @throws UnreadableConfigError
 *
 * @public
 */
export function readDetails(
  options: ReadOptions,
  context: ProviderContext,
): ReadDetails {
  const { format, camundaVersion } = options;
  const read = readKeys(options, context);
  const { keys, type, form, style, namedType, sources } = read;
  const said = new Said(keys, camundaVersion, type, namedType);
  const { members, findings, unknown } = collect(keys, options, said);
  const entries = members.entries();
  const mode = keys.some(key => key.form !== 'helm')
    ? connectorsMode(keys)
    : undefined;
  if (
    mode &&
    [...entries.keys()].some(path => path.startsWith('components.connectors.'))
  )
    entries.set('components.connectors.mode', {
      value: mode,
      key: 'camunda.connector.polling.enabled',
      line: 1,
    });
  const values = withoutDefaults(
    toRecordValues(entries, camundaVersion, type, context),
    camundaVersion,
    context,
  );
  const unset = unsetFindings(keys, said, sources, form);
  return {
    read,
    said,
    unset: unset.unset,
    output: {
      format: form ?? format,
      style,
      camundaVersion,
      values,
      sources: Object.fromEntries(
        [...entries].map(([path, { key, line }]) => [path, { key, line }]),
      ),
      unknown,
      findings: [
        ...fileFindings(read, said, format),
        ...chartFindings(keys, said),
        ...disagreements(keys, said),
        ...findings,
        ...members.findings,
        ...oldNameFindings(keys.filter(key => key.form !== 'helm')),
        ...scopeFindings(keys, type),
        ...expressionFindings(keys),
        ...(providersIn(keys).length ? [] : unset.findings),
        ...machineFindings(keys, said, sources, form),
        ...lintFile(values, entries, camundaVersion, type, context),
      ],
    },
  };
}

/**
 * Reads a file that somebody has, in a record's terms: whatever it is, it is taken for what it is, and what is
 * unknown, without effect, missing or doubtful in it is said. Secrets are masked first.
 *
 * @throws UnreadableConfigError with the line
 * @public
 */
export function readConfig(
  options: ReadOptions,
  context: ProviderContext,
): ReadOutput {
  return options.format === 'kubernetes-secret'
    ? readSecretManifest(options)
    : readDetails(options, context).output;
}
