import {
  chartKeyRule,
  type CamundaVersion,
  type ProviderType,
} from '../../camunda';
import { profileOf, type ProviderContext } from '../../providers';
import type { EnvStyle, KeyedFormat } from '../types';
import { matchContainers } from './containers';
import {
  canonicalKey,
  keyTable,
  type KeyMeaning,
  type KeyTable,
} from './keyTable';
import { isLiteralSecret, MASK } from './mask';
import { parseDotenv } from './parseDotenv';
import { parseCompose, parseKubernetesEnv } from './parseEnvYaml';
import { parseApplicationYaml, parseValues } from './parseValues';
import type { FileKey, ReadOptions } from './types';

/** A key of a file, masked, with what it means. */
export interface ReadKey extends FileKey {
  /** The container as the writers name it. */
  container: string;
  canonical: string;
  meaning?: KeyMeaning;
  literalSecret: boolean;
}

function styleOf(content: string): EnvStyle {
  if (/^services[ \t]*:/m.test(content)) return 'compose';
  if (/^(?:kind|spec|-[ \t]*name|[ \t]*(?:-[ \t]*)?env)[ \t]*:/m.test(content))
    return 'kubernetes';
  return 'dotenv';
}

const ENV_PARSERS: Record<EnvStyle, (content: string) => FileKey[]> = {
  dotenv: parseDotenv,
  compose: parseCompose,
  kubernetes: parseKubernetesEnv,
};

function parse(
  format: KeyedFormat,
  style: EnvStyle,
  content: string,
): FileKey[] {
  if (format === 'env') return ENV_PARSERS[style](content);
  return format === 'helm'
    ? parseValues(content)
    : parseApplicationYaml(content);
}

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
  const parsed = parse(format, style, content);
  const masked = parsed.map(key => {
    const literalSecret = isLiteralSecret(key, format, camundaVersion);
    return { ...key, literalSecret, value: literalSecret ? MASK : key.value };
  });
  const type = providerTypeOf(masked, camundaVersion, format, style, context);
  const table = keyTable(camundaVersion, type, format, style);
  const containers =
    format === 'helm' ? undefined : matchContainers(masked, table, format);
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
    return {
      ...key,
      container: '',
      ...lookUp(key, table.get(''), format, camundaVersion),
    };
  });
  return { keys, table, type, style: format === 'env' ? style : undefined };
}
