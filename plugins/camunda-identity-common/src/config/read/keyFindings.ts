import { chartKeyRule, type CamundaVersion } from '../../camunda';
import { finding, type Finding } from '../../checks';
import { survivesUnquoted } from '../helm/bareScalar';
import { displayKey, keyFinding } from './displayKey';
import type { ReadKey } from './readKeys';
import type { FileKey } from './types';

/** <TOKEN_URL_ENDPOINT>, <Client ID from Step 3>: of the page, or of the writer. */
export function isPlaceholder(value: FileKey['value']): boolean {
  return /^<(?!path:)[A-Za-z][^<>]*>$/.test([value].flat().join());
}

/** A claim that the chart prints without quotes and a YAML reader takes for something else. */
export function claimAsPrinted(key: ReadKey): {
  value: FileKey['value'];
  broken: boolean;
} {
  if (!key.meaning?.entry?.printedUnquoted || typeof key.value !== 'string')
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

/** Rules written by hand, which say more than the tables. */
function ruleFindings(
  key: ReadKey,
  version: CamundaVersion,
  isSet: (key: string) => boolean,
): Finding[] {
  const at = `${displayKey(key)} (line ${key.line})`;
  const rule = chartKeyRule(key.path.join('.'), version, isSet);
  if (!rule) return [];
  const replace = rule.replacement ? `Use ${rule.replacement}.` : undefined;
  const say = (
    code: Parameters<typeof finding>[0],
    result: 'info' | 'warn' | 'fail',
  ) => [keyFinding(code, result, `${at}: ${rule.text}`, key, replace)];
  if (rule.kind === 'meaning') return say('config.key-meaning', 'warn');
  if (rule.stillRead) return say('config.old-key', 'info');
  // Keys that the page has though no template reads them are written, and so are no news.
  if (key.meaning) return [];
  return rule.kind === 'refused'
    ? say('config.refused-key', 'fail')
    : // Another key does its work: nothing is lost.
      say('config.ignored-key', rule.whileSet ? 'info' : 'warn');
}

/** Sections of the chart that hold its own keys and nothing else: what it does not know has no effect there. */
const CLOSED =
  /^(global\.identity\.auth|(orchestration|connectors)\.security\.authentication)\./;

function isClosed({ form, path }: ReadKey): boolean {
  return form === 'helm' && CLOSED.test(path.join('.'));
}

function standingFindings(key: ReadKey, version: CamundaVersion): Finding[] {
  const { kind, text, use } = key.standing;
  const at = `${displayKey(key)} (line ${key.line})`;
  const replace = use ? `Use ${use}.` : undefined;
  switch (kind) {
    case 'refused':
      return [
        keyFinding(
          'config.refused-key',
          'fail',
          `${at}: ${text}`,
          key,
          replace,
        ),
      ];
    case 'ineffective':
      return [
        keyFinding(
          'config.ignored-key',
          'warn',
          `${at}: ${text}`,
          key,
          replace,
        ),
      ];
    case 'harmless':
      return [keyFinding('config.ignored-key', 'info', `${at}: ${text}`, key)];
    case 'unknown':
      return use
        ? [
            keyFinding(
              'config.unknown-key',
              'warn',
              `${at} is no key of Camunda ${version}, so its value has no effect; the nearest is ${use}`,
              key,
              `Write ${use}.`,
            ),
          ]
        : [
            keyFinding(
              'config.unknown-key',
              isClosed(key) ? 'warn' : 'info',
              `${at} is no key of Camunda ${version}’s OIDC set-up${
                isClosed(key) ? ', so its value has no effect' : ''
              }`,
              key,
            ),
          ];
    default:
      return [];
  }
}

/** A placeholder within a value: `https://login.microsoftonline.com/<tenant-id>/v2.0`, or the whole of it. */
function placeholderIn(value: FileKey['value']): string | undefined {
  return [value]
    .flat()
    .map(text => /<(?!path:|default>)[A-Za-z][^<>]*>/.exec(text)?.[0])
    .find(found => found !== undefined);
}

/** What there is to say about single keys. */
export function keyFindings(
  key: ReadKey,
  version: CamundaVersion,
  isSet: (key: string) => boolean,
): Finding[] {
  const at = `${displayKey(key)} (line ${key.line})`;
  const found: Finding[] = [];
  if (key.literalSecret)
    found.push(
      keyFinding(
        'config.literal-secret',
        'warn',
        `${at} holds a secret itself`,
        key,
      ),
    );
  if (claimAsPrinted(key).broken)
    found.push(
      keyFinding(
        'config.unquoted-claim',
        'warn',
        `${at}: the chart prints this value without quotes, and it is read as something else`,
        key,
      ),
    );
  const placeholder =
    key.standing.kind === 'foreign' ? undefined : placeholderIn(key.value);
  if (placeholder)
    found.push(
      keyFinding(
        'config.placeholder',
        'warn',
        `${at} still holds the placeholder ${placeholder}`,
        key,
      ),
    );
  if (key.form === 'helm' || key.inList)
    found.push(...ruleFindings(key, version, isSet));
  found.push(...standingFindings(key, version));
  return found;
}

/** Older names are one thing to say of a file, not one for each. */
export function oldNameFindings(keys: readonly ReadKey[]): Finding[] {
  const old = keys.filter(
    ({ standing, form }) =>
      standing.kind === 'old' && standing.use && form !== undefined,
  );
  const seen = new Map<string, ReadKey>();
  for (const key of old)
    if (key.path[1] !== 'secretKeyRef' && !seen.has(displayKey(key)))
      seen.set(displayKey(key), key);
  const [first] = seen.values();
  if (!first) return [];
  const names = [...seen.values()];
  return [
    finding(
      'config.old-key',
      'info',
      { kind: 'record' },
      {
        message: `Older names that are still read: ${names
          .slice(0, 20)
          .map(
            key =>
              `${displayKey(key)} (line ${key.line}; now ${key.standing.use})`,
          )
          .join(', ')}`,
        evidence: {
          key: displayKey(first),
          line: first.line,
          keys: names.slice(0, 50).map(key => displayKey(key)),
        },
      },
    ),
  ];
}
