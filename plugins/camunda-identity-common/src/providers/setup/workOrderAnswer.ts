import Papa from 'papaparse';
import type { ClientKey } from '../../camunda';
import { isPlaceholder } from '../../connections/lint/placeholders';

/** More than the applications of any record need. */
const MAX_LENGTH = 64 * 1024;
const MAX_ROWS = 500;
const MAX_PROBLEMS = 20;

/**
 * The answer for one application.
 *
 * @public
 */
export interface WorkOrderAnswer {
  client: ClientKey;
  clientId: string;
  /** ISO 8601 date or date and time. */
  expiresAt?: string;
}

/**
 * Thrown if the answer cannot be read; `problems` has each line with the reason. The content of lines is not
 * repeated, since it may include a secret.
 *
 * @public
 */
export class WorkOrderAnswerError extends Error {
  name = 'WorkOrderAnswerError';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('; '));
  }
}

const COLUMNS: Readonly<Record<string, keyof WorkOrderAnswer>> = {
  client: 'client',
  clientid: 'clientId',
  expiresat: 'expiresAt',
  expires: 'expiresAt',
};

/** A Markdown table is a table with outer "|"; its ruler has no content. */
function plainRows(text: string): string {
  const lines = text.split('\n');
  const marked = lines.filter(line => line.trim() !== '');
  if (marked.length === 0 || !marked.every(line => line.trim().startsWith('|')))
    return text;
  return marked
    .map(line => line.trim().slice(1).replace(/\|$/, ''))
    .filter(line => /[^-:|\s]/.test(line))
    .join('\n');
}

function fromJson(text: string): string[][] | undefined {
  if (!text.startsWith('{')) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new WorkOrderAnswerError(['the text begins like JSON and is none']);
  }
  // `terraform output -json client_ids` prints { client: id }.
  return [
    ['client', 'clientId'],
    ...Object.entries(parsed as object).map(([client, id]) => [
      client,
      String(id),
    ]),
  ];
}

function rowsOf(text: string): string[][] {
  return (
    fromJson(text) ??
    Papa.parse<string[]>(plainRows(text), {
      skipEmptyLines: 'greedy',
      preview: MAX_ROWS + 1,
      delimitersToGuess: ['\t', ',', ';', '|'],
    }).data
  );
}

function columnsOf(
  head: readonly string[],
): Map<keyof WorkOrderAnswer, number> {
  const columns = new Map<keyof WorkOrderAnswer, number>();
  head.forEach((title, n) => {
    const name = COLUMNS[title.replace(/[^a-z]/gi, '').toLowerCase()];
    if (name && !columns.has(name)) columns.set(name, n);
  });
  if (!columns.has('client') || !columns.has('clientId'))
    throw new WorkOrderAnswerError([
      'the first line has to name the columns: client, clientId and, where secrets expire, expiresAt',
    ]);
  return columns;
}

/**
 * Reads the answer of the people who run the provider: the table of the work order (tabs, commas, semicolons or
 * Markdown), the output of one of our scripts, or that of `terraform output -json client_ids`. Rows without a
 * client ID are still open and left out.
 *
 * @param text - at most 64 KiB
 * @param clients - the clients of the record
 * @throws WorkOrderAnswerError naming each line that cannot be read
 * @public
 */
export function readWorkOrderAnswer(
  text: string,
  clients: readonly ClientKey[],
): WorkOrderAnswer[] {
  if (text.length > MAX_LENGTH)
    throw new WorkOrderAnswerError(['the text is longer than 64 KiB']);
  const [head = [], ...rows] = rowsOf(text.trim());
  if (rows.length > MAX_ROWS)
    throw new WorkOrderAnswerError([`there are more than ${MAX_ROWS} lines`]);
  const columns = columnsOf(head);
  const problems: string[] = [];
  const seen = new Set<string>();
  const answers: WorkOrderAnswer[] = [];
  rows.forEach((row, n) => {
    const value = (name: keyof WorkOrderAnswer) =>
      row[columns.get(name) ?? -1]?.trim() ?? '';
    const line = `line ${n + 2}`;
    const client = clients.find(key => key === value('client'));
    const clientId = value('clientId');
    const expiresAt = value('expiresAt');
    if (!client) problems.push(`${line}: the record has no such client`);
    else if (seen.has(client))
      problems.push(`${line}: ${client} stands there twice`);
    else if (clientId.length > 255)
      problems.push(`${line}: the client ID is longer than 255 characters`);
    else if (expiresAt && Number.isNaN(Date.parse(expiresAt)))
      problems.push(`${line}: expiresAt is no date, such as 2027-11-26`);
    else {
      seen.add(client);
      if (clientId && !isPlaceholder(clientId))
        answers.push({
          client,
          clientId,
          ...(expiresAt
            ? { expiresAt: new Date(expiresAt).toISOString() }
            : {}),
        });
    }
  });
  if (problems.length > 0)
    throw new WorkOrderAnswerError(problems.slice(0, MAX_PROBLEMS));
  return answers;
}
