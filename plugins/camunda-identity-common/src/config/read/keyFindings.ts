import { chartKeyRule, type CamundaVersion } from '../../camunda';
import { finding, type Finding } from '../../checks';
import { survivesUnquoted } from '../helm/bareScalar';
import type { KeyTable } from './keyTable';
import type { KeyedFormat } from '../types';
import type { ReadKey } from './readKeys';
import type { FileKey } from './types';

/** Helm keys near Camunda's OIDC set-up: an unknown one there is worth a word. */
const NEAR =
  /^(global\.(identity\.auth|security)|orchestration\.security|connectors\.security|identity\.fullURL)(\.|$)/;
/** Variables near it. */
const NEAR_ENV =
  /^(CAMUNDA_(IDENTITY|SECURITY|CLIENT_AUTH|OPTIMIZE_IDENTITY|MODELER_(SECURITY|OAUTH2)|OPERATE_IDENTITY|TASKLIST_IDENTITY)|IDENTITY_INITIAL|OAUTH2|ZEEBE_(CLIENT|TOKEN|AUTHORIZATION)|SPRING_SECURITY_OAUTH2)_/;

/** <TOKEN_URL_ENDPOINT>, <Client ID from Step 3>: of the page, or of the writer. */
export function isPlaceholder(value: FileKey['value']): boolean {
  return /^<[A-Za-z][^<>]*>$/.test([value].flat().join());
}

/** A key as a person reads it. */
export function displayKey({ path }: FileKey): string {
  return path.join('.');
}

/** A finding about one key of a file. */
export function keyFinding(
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
export function claimAsPrinted(key: ReadKey): {
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
  const rule =
    format === 'helm' ? chartKeyRule(key.canonical, version) : undefined;
  const replace = rule?.replacement ? `Use ${rule.replacement}.` : undefined;
  // Keys that the page has though no template reads them are written, and so are no news.
  if (rule && !key.meaning) {
    const [code, result] =
      rule.kind === 'refused'
        ? (['config.refused-key', 'fail'] as const)
        : (['config.ignored-key', 'warn'] as const);
    found.push(keyFinding(code, result, `${at}: ${rule.text}`, key, replace));
  } else if (rule?.kind === 'meaning')
    found.push(
      keyFinding(
        'config.key-meaning',
        'warn',
        `${at}: ${rule.text}`,
        key,
        replace,
      ),
    );
  return found;
}

/** True for a key that looks as if it belonged to the set-up, though no form has it. */
export function isNear(
  { path, container }: ReadKey,
  format: KeyedFormat,
  table: KeyTable,
): boolean {
  if (format === 'helm') return NEAR.test(path.join('.'));
  if (format === 'env') return table.has(container) && NEAR_ENV.test(path[0]);
  return /^camunda\.(identity|security|client\.auth)\./.test(path.join('.'));
}
