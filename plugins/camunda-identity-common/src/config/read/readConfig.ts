import {
  chartKeyRule,
  type CamundaVersion,
  type ProviderType,
} from '../../camunda';
import { finding, type Finding } from '../../checks';
import { profileOf, type ProviderContext } from '../../providers';
import { survivesUnquoted } from '../helm/bareScalar';
import type { ConfigFormat, EnvStyle } from '../types';
import { matchContainers } from './containers';
import {
  canonicalKey,
  keyTable,
  type KeyMeaning,
  type KeyTable,
} from './keyTable';
import { isLiteralSecret, MASK } from './mask';
import { Members } from './members';
import { parseDotenv } from './parseDotenv';
import { parseCompose, parseKubernetesEnv } from './parseEnvYaml';
import { parseSecrets } from './parseSecrets';
import { parseValues } from './parseValues';
import { toRecordValues } from './recordValues';
import type { FileKey, ReadOptions, ReadOutput, UnknownKey } from './types';
import { withoutDefaults } from './withoutDefaults';

type KeyedFormat = Exclude<ConfigFormat, 'kubernetes-secret'>;

/** A key of a file, masked, with what it means. */
export interface ReadKey extends FileKey {
  /** The container as the writers name it. */
  container: string;
  canonical: string;
  meaning?: KeyMeaning;
  literalSecret: boolean;
}

/** Helm keys near Camunda's OIDC set-up: an unknown one there is worth a word. */
const NEAR =
  /^(global\.(identity\.auth|security)|orchestration\.security|connectors\.security|identity\.fullURL)(\.|$)/;
/** Variables near it. */
const NEAR_ENV =
  /^(CAMUNDA_(IDENTITY|SECURITY|CLIENT_AUTH|OPTIMIZE_IDENTITY|MODELER_(SECURITY|OAUTH2)|OPERATE_IDENTITY|TASKLIST_IDENTITY)|IDENTITY_INITIAL|OAUTH2|ZEEBE_(CLIENT|TOKEN|AUTHORIZATION)|SPRING_SECURITY_OAUTH2)_/;

function styleOf(content: string): EnvStyle {
  if (/^services\s*:/m.test(content)) return 'compose';
  if (/^(kind|env|spec)\s*:|^\s*-?\s*env\s*:|^-\s*name\s*:/m.test(content))
    return 'kubernetes';
  return 'dotenv';
}

const ENV_PARSERS: Record<EnvStyle, (content: string) => FileKey[]> = {
  dotenv: parseDotenv,
  compose: parseCompose,
  kubernetes: parseKubernetesEnv,
};

function isProviderType(
  key: FileKey,
  version: CamundaVersion,
  format: KeyedFormat,
  style: EnvStyle,
): boolean {
  const canonical = canonicalKey(key.path, format);
  for (const keys of keyTable(version, 'GENERIC', format, style).values())
    if (keys.get(canonical)?.member === 'provider.type') return true;
  return false;
}

/** The file's own word for it, else what its issuer looks like. */
function providerTypeOf(
  keys: readonly FileKey[],
  version: CamundaVersion,
  format: KeyedFormat,
  style: EnvStyle,
  context: ProviderContext,
): ProviderType {
  const named = keys.find(key => isProviderType(key, version, format, style));
  if (named)
    return String(named.value).toUpperCase() === 'MICROSOFT'
      ? 'MICROSOFT'
      : 'GENERIC';
  const issuer = keys.find(
    ({ path, value }) =>
      /issuer(uri|url)?$/i.test(path.at(-1)!.replace(/[-_]/g, '')) && value,
  );
  return issuer &&
    profileOf({ type: 'GENERIC', issuer: String(issuer.value) }, context)
      .profile === 'entra'
    ? 'MICROSOFT'
    : 'GENERIC';
}

/** The meaning of a key, through the key that has its value now where the chart still reads the old one. */
function lookUp(
  key: FileKey,
  keys: Map<string, KeyMeaning> | undefined,
  format: KeyedFormat,
  version: CamundaVersion,
): { canonical: string; meaning?: KeyMeaning } {
  const canonical = canonicalKey(key.path, format);
  const meaning = keys?.get(canonical);
  if (meaning || format !== 'helm') {
    // A dotenv or Compose file names the Secret in a comment.
    const [name, ...rest] = canonical.split('.');
    const variable = rest[0] === 'secretKeyRef' ? keys?.get(name) : undefined;
    if (!meaning && variable?.member)
      return {
        canonical,
        meaning: {
          entry: variable.entry,
          member: variable.member.replace(
            /env\.name$/,
            `kubernetesSecret.${rest[1]}`,
          ),
        },
      };
    return { canonical, meaning };
  }
  const rule = chartKeyRule(canonical, version);
  return {
    canonical,
    meaning: rule?.stillRead ? keys?.get(rule.replacement ?? '') : undefined,
  };
}

/**
 * The keys of a file with their meaning; secrets are masked before anything else sees them.
 *
 * @throws UnreadableConfigError
 */
export function readKeys(
  { format, content, camundaVersion }: ReadOptions & { format: KeyedFormat },
  context: ProviderContext,
): { keys: ReadKey[]; table: KeyTable; type: ProviderType; style?: EnvStyle } {
  const style = format === 'env' ? styleOf(content) : 'dotenv';
  const parsed =
    format === 'env' ? ENV_PARSERS[style](content) : parseValues(content);
  const masked = parsed.map(key => {
    const literalSecret = isLiteralSecret(key, format, camundaVersion);
    return { ...key, literalSecret, value: literalSecret ? MASK : key.value };
  });
  const type = providerTypeOf(masked, camundaVersion, format, style, context);
  const table = keyTable(camundaVersion, type, format, style);
  const containers =
    format === 'env' ? matchContainers(masked, table) : undefined;
  const keys = masked.map((key): ReadKey => {
    if (containers) {
      const container =
        containers.get(key.container ?? '') ?? key.container ?? '';
      return {
        ...key,
        container,
        ...lookUp(key, table.get(container), format, camundaVersion),
      };
    }
    // A values file is one; in application.yaml a key says by itself whose it is.
    const container =
      [...table].find(([, known]) =>
        known.has(canonicalKey(key.path, format)),
      )?.[0] ?? '';
    return {
      ...key,
      container,
      ...lookUp(key, table.get(container), format, camundaVersion),
    };
  });
  return { keys, table, type, style: format === 'env' ? style : undefined };
}

/** <TOKEN_URL_ENDPOINT>, <Client ID from Step 3>: of the page, or of the writer. */
function isPlaceholder(value: FileKey['value']): boolean {
  return /^<[A-Za-z][^<>]*>$/.test([value].flat().join());
}

function displayKey({ path }: FileKey): string {
  return path.join('.');
}

function record(
  code: string,
  result: 'info' | 'warn' | 'fail',
  message: string,
  { line, ...key }: FileKey,
  remedy?: string,
): Finding {
  return finding(
    code,
    result,
    { kind: 'record' },
    {
      message,
      remedy,
      evidence: { key: displayKey({ line, ...key }), line },
    },
  );
}

/** A claim that the chart prints without quotes and a YAML reader takes for something else. */
function claimAsPrinted(key: ReadKey): {
  value: FileKey['value'];
  broken: boolean;
} {
  if (!key.meaning?.entry.printedUnquoted || typeof key.value !== 'string')
    return { value: key.value, broken: false };
  if (/^".*"$/.test(key.value)) {
    try {
      return { value: String(JSON.parse(key.value)), broken: false };
    } catch {
      return { value: key.value, broken: true };
    }
  }
  return { value: key.value, broken: !survivesUnquoted(key.value) };
}

/** What there is to say about single keys. */
export function keyFindings(
  key: ReadKey,
  format: KeyedFormat,
  version: CamundaVersion,
): Finding[] {
  const name = displayKey(key);
  const at = `${name} (line ${key.line})`;
  const found: Finding[] = [];
  if (key.literalSecret)
    found.push(
      record(
        'config.literal-secret',
        'warn',
        `${at} holds a secret itself`,
        key,
      ),
    );
  if (claimAsPrinted(key).broken)
    found.push(
      record(
        'config.unquoted-claim',
        'warn',
        `${at}: the chart prints this value without quotes, and it is read as something else`,
        key,
      ),
    );
  const rule =
    format === 'helm' ? chartKeyRule(key.canonical, version) : undefined;
  const replace = rule?.replacement ? `Use ${rule.replacement}.` : undefined;
  // Keys that the page has though no template reads them are written, and so are no news.
  if (rule && !key.meaning) {
    const [code, result] =
      rule.kind === 'refused'
        ? (['config.refused-key', 'fail'] as const)
        : (['config.ignored-key', 'warn'] as const);
    found.push(record(code, result, `${at}: ${rule.text}`, key, replace));
  } else if (rule?.kind === 'meaning')
    found.push(
      record('config.key-meaning', 'warn', `${at}: ${rule.text}`, key, replace),
    );
  return found;
}

/** True for a key that looks as if it belonged to the set-up, though no form has it. */
function isNear(
  { path, container }: ReadKey,
  format: KeyedFormat,
  table: KeyTable,
): boolean {
  if (format === 'helm') return NEAR.test(path.join('.'));
  if (format === 'env') return table.has(container) && NEAR_ENV.test(path[0]);
  return /^camunda\.(identity|security|client\.auth)\./.test(path.join('.'));
}

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

/** Connectors' mode stands in no key of its own name. */
function connectorsMode(keys: readonly ReadKey[]): string | undefined {
  const own = keys.filter(({ container }) => container === 'connectors');
  const polling = own.find(
    ({ path }) => path[0] === 'CAMUNDA_CONNECTOR_POLLING_ENABLED',
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
        record(
          'config.placeholder',
          'warn',
          `${displayKey(key)} (line ${key.line}) still holds the placeholder ${
            key.value
          }`,
          key,
        ),
      );
    if (member && !placeholder)
      members.add(
        member,
        {
          value: claimAsPrinted(key).value,
          key: displayKey(key),
          line: key.line,
        },
        {
          fallback:
            entry?.internalAddress ||
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
          record(
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
  const mode = format === 'env' ? connectorsMode(keys) : undefined;
  if (
    mode &&
    [...entries.keys()].some(path => path.startsWith('components.connectors.'))
  )
    entries.set('components.connectors.mode', {
      value: mode,
      key: 'CAMUNDA_CONNECTOR_POLLING_ENABLED',
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
