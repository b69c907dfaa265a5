import {
  chartKeyRule,
  hasOrchestrationCluster,
  type CamundaVersion,
  type ChartKeyChange,
  type ChartKeyRule,
} from '../../camunda';
import { isLiteralSecret } from '../read/mask';
import { parseYaml } from '../read/parseYaml';
import { keysOf } from '../read/parseValues';
import { UnreadableConfigError, type FileKey } from '../read/types';
import { Rewriting } from './Rewriting';

/**
 * A key of a values file that another chart takes in another way.
 *
 * @public
 */
export interface ValuesChange {
  /** Dotted path. */
  key: string;
  /** From 1, in the given file. */
  line: number;
  kind: ChartKeyChange;
  /** Dotted path of the key to use. */
  replacement?: string;
  text: string;
}

/** @public */
export interface ValuesUpgrade {
  /** The rewritten file; a secret that stood in it is masked. */
  content: string;
  changes: ValuesChange[];
  /** Where a secret stood in the file, and «secret» stands now. */
  masked: Array<{ key: string; line: number }>;
  /** Entries of both lists beyond the 1,000 that the API answers. */
  notListed?: number;
}

/** What a key named the secret by, where the file did not say it (values.yaml of the charts). */
const SECRET_KEY_DEFAULTS: ReadonlyArray<[RegExp, string]> = [
  [/\.optimize\./, 'optimize-secret'],
  [/\.identity\.secret\./, 'identity-secret'],
  [/^orchestration\./, 'operate-secret'],
  [/^connectors\./, 'connectors-secret'],
];
const SECRET_KEY_DEFAULTS_8_8: ReadonlyArray<[RegExp, string]> = [
  [/\.optimize\./, 'identity-optimize-client-token'],
  [/\.identity\.secret\./, 'identity-oidc-client-token'],
  [/^orchestration\./, 'identity-orchestration-client-token'],
];

/** Shorter ones are masked where they stand; elsewhere the same letters mean something else. */
const SCRUBBED_LENGTH = 6;

const NAME_TO_ENTER = '<NAME_OF_THE_KUBERNETES_SECRET>';

function isNews(
  rule: ChartKeyRule,
  { value }: FileKey,
  from: CamundaVersion,
): boolean {
  // An empty key holds nothing to lose; refused ones stop the chart even so.
  if (value === '' && rule.kind !== 'refused') return false;
  return rule.kind !== 'meaning' || !rule.versions.includes(from);
}

/** From 8.8 on both are off unless a file switches them on. */
function switchedOff(
  keys: readonly FileKey[],
  from: CamundaVersion,
  to: CamundaVersion,
): Array<{ path: string[]; value: unknown; text: string }> {
  const connected = keys.some(
    ({ path, value }) =>
      path.join('.') === 'global.identity.auth.type' &&
      /^(generic|microsoft)$/i.test(String(value)),
  );
  if (
    !connected ||
    hasOrchestrationCluster(from) ||
    !hasOrchestrationCluster(to)
  )
    return [];
  return [
    {
      path: ['global', 'identity', 'auth', 'enabled'],
      value: true,
      text: 'On by default up to 8.7, off from 8.8 on.',
    },
    {
      path: ['global', 'security', 'authentication', 'method'],
      value: 'oidc',
      text: 'New in 8.8; basic unless it is set.',
    },
  ];
}

/**
 * What becomes of a values file when it is used with the chart of another version: which keys are dead, renamed,
 * refused or mean something else, and the file rewritten for it. Databases and everything else is left alone.
 *
 * @param content - a values file of one document, YAML 1.1
 * @throws UnreadableConfigError with the line
 * @public
 */
export function upgradeValues(options: {
  from: CamundaVersion;
  to: CamundaVersion;
  content: string;
}): ValuesUpgrade {
  const { from, to, content } = options;
  const [file, ...others] = parseYaml(content);
  if (!file?.document.contents) return { content, changes: [], masked: [] };
  if (others.length > 0)
    throw new UnreadableConfigError('holds more than one YAML document');
  const keys = keysOf(file);
  const rewriting = new Rewriting(file);
  const changes: ValuesChange[] = [];
  const masked: ValuesUpgrade['masked'] = [];
  const secrets: string[] = [];
  const paths = new Set(keys.map(key => key.path.join('.')));

  for (const key of keys) {
    const path = key.path.join('.');
    const literal = isLiteralSecret(key, 'helm', from);
    if (literal && key.value.length >= SCRUBBED_LENGTH)
      secrets.push(String(key.value));
    const rule = chartKeyRule(path, to);
    if (!rule || !isNews(rule, key, from)) {
      if (literal) {
        rewriting.mask(key.path);
        masked.push({ key: path, line: key.line });
      }
      continue;
    }
    const { kind, replacement, text } = rule;
    changes.push({ key: path, line: key.line, kind, replacement, text });
    rewriting.remove(key.path);
    if (!replacement) continue;
    const target = replacement.split('.');
    if (rewriting.has(target)) continue;
    rewriting.add(
      target,
      literal ? NAME_TO_ENTER : key.value,
      literal
        ? `Was ${path}, the secret itself: keep it in a Kubernetes Secret and enter that one’s name.`
        : `Was ${path}.`,
    );
    addSecretKey(rewriting, target, paths, key, from);
  }
  for (const { path, value, text } of switchedOff(keys, from, to)) {
    if (rewriting.has(path)) continue;
    rewriting.add(path, value, text);
    const near = keys.find(key => key.path[0] === 'global');
    changes.push({
      key: path.join('.'),
      line: near?.line ?? 1,
      kind: 'meaning',
      text,
    });
  }
  return {
    content: rewriting.text(secrets),
    changes: changes.sort((a, b) => a.line - b.line),
    masked,
  };
}

/** The new form wants the key named; the old one had a default for it. */
function addSecretKey(
  rewriting: Rewriting,
  target: readonly string[],
  /** Dotted, of the whole file. */
  paths: ReadonlySet<string>,
  moved: FileKey,
  from: CamundaVersion,
) {
  if (target[target.length - 1] !== 'existingSecret') return;
  const section = moved.path.slice(0, moved.path.indexOf('existingSecret'));
  const named = paths.has([...section, 'existingSecretKey'].join('.'));
  const path = [...target.slice(0, -1), 'existingSecretKey'];
  const defaults =
    from === '8.8' ? SECRET_KEY_DEFAULTS_8_8 : SECRET_KEY_DEFAULTS;
  const found = defaults.find(([match]) => match.test(target.join('.')));
  if (named || !found || rewriting.has(path)) return;
  rewriting.add(path, found[1], 'The key that the old chart looked for.');
}
