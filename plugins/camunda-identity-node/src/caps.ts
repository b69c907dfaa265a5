import {
  finding,
  type Finding,
  type FindingResult,
} from 'backstage-plugin-camunda-identity-common';

/** Bytes of a report as JSON, at most. @public */
export const MAX_REPORT_BYTES = 64 * 1024;

/** Room for the rest of a report: ids, times, counts. */
const HEADER_BYTES = 2 * 1024;

/** Findings of a run, at most; checks of other packages may report what they like. @public */
export const MAX_FINDINGS = 1_000;

const MAX_TEXT = 1_000;
const MAX_ENTRY = 300;
const MAX_ENTRIES = 20;
const MAX_MEMBERS = 20;
const SHORT_TEXT = 160;

/** Results in the order in which findings are left out when not everything fits. */
const EXPENDABLE: readonly FindingResult[] = [
  'skipped',
  'pass',
  'info',
  'unknown',
  'warn',
  'fail',
];

const bytesOf = (value: unknown) =>
  Buffer.byteLength(JSON.stringify(value) ?? '');

/** The first `max` UTF-16 code units, without half a character at the end, and how much is missing. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = /[\ud800-\udbff]/.test(text[max - 1]) ? max - 1 : max;
  return `${text.slice(0, end)}… (${text.length - end} more characters)`;
}

function cutEvidence(
  evidence: Finding['evidence'],
  maxEntries: number,
): Finding['evidence'] {
  if (!evidence) return evidence;
  const members = Object.entries(evidence);
  const kept = members.slice(0, MAX_MEMBERS).map(([name, value]) => {
    let short = value;
    if (typeof value === 'string') short = cut(value, MAX_ENTRY);
    else if (Array.isArray(value)) short = cutList(value, maxEntries);
    return [cut(name, MAX_ENTRY), short] as const;
  });
  const missing = members.length - kept.length;
  return Object.fromEntries(
    missing > 0 ? [...kept, ['more', missing] as const] : kept,
  );
}

function cutList(list: readonly string[], max: number): string[] {
  const kept = list.slice(0, max).map(entry => cut(String(entry), MAX_ENTRY));
  const missing = list.length - kept.length;
  return missing > 0 ? [...kept, `… and ${missing} more`] : kept;
}

/**
 * A finding of limited size that says what it leaves out. Secrets must be masked before, since half of one would
 * not be recognised.
 *
 * @public
 */
export function capFinding(entry: Finding): Finding {
  return {
    ...entry,
    message: cut(entry.message, MAX_TEXT),
    ...(entry.remedy ? { remedy: cut(entry.remedy, MAX_TEXT) } : {}),
    ...(entry.docsUrl && entry.docsUrl.length > MAX_TEXT
      ? { docsUrl: undefined }
      : {}),
    ...(entry.evidence
      ? { evidence: cutEvidence(entry.evidence, MAX_ENTRIES) }
      : {}),
  };
}

/** The finding in the shortest form that can still be understood. */
function shorten(entry: Finding): Finding {
  const { remedy, evidence, ...rest } = entry;
  return { ...rest, message: cut(entry.message, SHORT_TEXT) };
}

/**
 * Findings for a report of limited size. Where they do not fit, texts are shortened first; then findings are left
 * out, the least important ones first, and an additional finding says so.
 *
 * @param findings - each of them capped
 * @public
 */
export function fitFindings(
  findings: readonly Finding[],
  maxBytes: number = MAX_REPORT_BYTES,
): Finding[] {
  const budget = maxBytes - HEADER_BYTES;
  if (bytesOf(findings) <= budget) return [...findings];
  const kept = [...findings];
  let shortened = 0;
  let size = bytesOf(kept);
  for (const result of EXPENDABLE) {
    if (size <= budget) break;
    for (let n = 0; n < kept.length && size > budget; n += 1) {
      if (kept[n].result !== result) continue;
      const short = shorten(kept[n]);
      size -= bytesOf(kept[n]) - bytesOf(short);
      shortened += 1;
      kept[n] = short;
    }
  }
  for (const result of EXPENDABLE) {
    // The last ones first, since earlier findings are usually the causes of later ones.
    for (let n = kept.length - 1; n >= 0 && size > budget; n -= 1)
      if (kept[n].result === result) {
        size -= bytesOf(kept[n]) + 1;
        kept.splice(n, 1);
      }
  }
  const missing = findings.length - kept.length;
  return [
    ...kept,
    finding(
      'record.report-capped',
      'info',
      { kind: 'record' },
      {
        message:
          missing > 0
            ? `The report is limited to ${maxBytes / 1024} KiB: ${missing} of ${
                findings.length
              } findings are left out, the less important ones first, and texts of others are shortened. Summary and status count them all`
            : `The report is limited to ${
                maxBytes / 1024
              } KiB: the texts of ${shortened} findings are shortened`,
      },
    ),
  ];
}
