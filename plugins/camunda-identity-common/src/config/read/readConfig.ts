import { chartKeyRule } from '../../camunda';
import { finding, type Finding } from '../../checks';
import type { ProviderContext } from '../../providers';
import {
  claimAsPrinted,
  displayKey,
  isNear,
  isPlaceholder,
  keyFinding,
  keyFindings,
} from './keyFindings';
import { Members } from './members';
import { parseSecrets } from './parseSecrets';
import { readKeys, type ReadKey } from './readKeys';
import { toRecordValues } from './recordValues';
import type { ReadOptions, ReadOutput, UnknownKey } from './types';
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
    findings: keys
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
  return /_\d+$/.test(path[0]);
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

/**
 * Reads a file that somebody has, in a record's terms. Secrets are masked first; unknown keys are named.
 *
 * @throws UnreadableConfigError with the line
 * @public
 */
export function readConfig(
  options: ReadOptions,
  context: ProviderContext,
): ReadOutput {
  const { format, camundaVersion } = options;
  if (format === 'kubernetes-secret') return readSecretManifest(options);
  const { keys, table, type, style } = readKeys(
    { ...options, format },
    context,
  );
  const members = new Members();
  const findings: Finding[] = [];
  const unknown: UnknownKey[] = [];
  for (const key of keys) {
    findings.push(...keyFindings(key, format, camundaVersion));
    const { member, entry } = key.meaning ?? {};
    const placeholder = isPlaceholder(key.value);
    if (placeholder)
      findings.push(
        keyFinding(
          'config.placeholder',
          'warn',
          `${displayKey(key)} (line ${key.line}) still holds the placeholder ${
            key.value
          }`,
          key,
        ),
      );
    // Of a list the rest still counts.
    if (member && (!placeholder || member.endsWith('.audiences')))
      members.add(
        member,
        {
          value: isListEntry(key)
            ? [key.value].flat()
            : claimAsPrinted(key).value,
          key: displayKey(key),
          line: key.line,
        },
        {
          fallback:
            entry?.internalAddress ||
            entry?.repeated ||
            (format === 'helm' &&
              chartKeyRule(key.canonical, camundaVersion)?.kind === 'dead'),
        },
      );
    if (!key.meaning) {
      const { container, line } = key;
      unknown.push({
        ...(container ? { container } : {}),
        key: displayKey(key),
        line,
      });
      const said =
        format === 'helm' && chartKeyRule(key.canonical, camundaVersion);
      if (!said && isNear(key, format, table))
        findings.push(
          keyFinding(
            'config.unknown-key',
            'info',
            `${displayKey(
              key,
            )} (line ${line}) is no key of Camunda ${camundaVersion}’s OIDC set-up`,
            key,
          ),
        );
    }
  }
  const entries = members.entries();
  const mode = format === 'helm' ? undefined : connectorsMode(keys);
  if (
    mode &&
    [...entries.keys()].some(path => path.startsWith('components.connectors.'))
  )
    entries.set('components.connectors.mode', {
      value: mode,
      key: 'camunda.connector.polling.enabled',
      line: 1,
    });
  return {
    format,
    style,
    camundaVersion,
    values: withoutDefaults(
      toRecordValues(entries, camundaVersion, type, context),
      camundaVersion,
      context,
    ),
    sources: Object.fromEntries(
      [...entries].map(([path, { key, line }]) => [path, { key, line }]),
    ),
    unknown,
    findings: [...findings, ...members.findings],
  };
}
