import type { ConfigFile } from '../../config/types';
import { cell } from './quote';
import type { ProviderSetup, SetupStep, SetupValue } from './types';

/** @public */
export const WORK_ORDER_FORMS = ['markdown', 'html', 'text'] as const;

/**
 * For a repository or a wiki, for printing, or for the body of a ticket.
 *
 * @public
 */
export type WorkOrderForm = (typeof WORK_ORDER_FORMS)[number];

const INTRODUCTION =
  'Camunda signs people in with our identity provider. It needs the applications below. No account in the developer portal is needed to create them.';

const SECRETS =
  'Never send a secret in a ticket, a chat or a mail. Put it straight where the table says, or hand it over the way secrets are handed over in this company.';

const ANSWER =
  'Please send back this table, filled in. The last column is the day on which the secret expires, as 2027-11-26.';

/** Escapes a text for HTML. */
function html(plain: string): string {
  return plain
    .split('&')
    .join('&amp;')
    .split('<')
    .join('&lt;')
    .split('>')
    .join('&gt;')
    .split('"')
    .join('&quot;');
}

interface Order {
  title: string;
  issuer: string;
  steps: readonly SetupStep[];
  /** Clients in the order of the answer. */
  clients: Array<{ client: string; title: string; clientId: string }>;
}

function answerRows({ clients }: Order): string[][] {
  return [
    ['client', 'application', 'clientId', 'expiresAt'],
    ...clients.map(({ client, title, clientId }) => [
      client,
      title,
      clientId,
      '',
    ]),
  ];
}

function valueRows(values: readonly SetupValue[]): string[][] {
  return values.map(({ label, value }) => [label, value]);
}

function markdownTable(rows: readonly string[][], head: readonly string[]) {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join(
    '\n',
  );
}

function markdown(order: Order): string {
  const [head, ...rows] = answerRows(order);
  const steps = order.steps.map((step, n) =>
    [
      `## ${n + 1}. ${step.title}`,
      step.text,
      ...(step.values?.length
        ? [markdownTable(valueRows(step.values), ['', ''])]
        : []),
      ...(step.docsUrl ? [`<${step.docsUrl}>`] : []),
    ].join('\n\n'),
  );
  return `${[
    `# ${order.title}`,
    INTRODUCTION,
    `Provider: ${order.issuer}`,
    ...steps,
    '## What to send back',
    ANSWER,
    markdownTable(rows, head),
    `**${SECRETS}**`,
  ].join('\n\n')}\n`;
}

function text(order: Order): string {
  const steps = order.steps.map((step, n) =>
    [
      `${n + 1}. ${step.title}`,
      `   ${step.text}`,
      ...(step.values ?? []).map(({ label, value }) => `   ${label}: ${value}`),
      ...(step.docsUrl ? [`   ${step.docsUrl}`] : []),
    ].join('\n'),
  );
  return `${[
    order.title,
    INTRODUCTION,
    `Provider: ${order.issuer}`,
    ...steps,
    `What to send back\n${ANSWER}`,
    answerRows(order)
      .map(row => row.join('\t'))
      .join('\n'),
    SECRETS,
  ].join('\n\n')}\n`;
}

function htmlTable(rows: readonly string[][], head?: readonly string[]) {
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells
      .map(value => `<${tag}>${html(value)}</${tag}>`)
      .join('')}</tr>`;
  return `<table>${head ? row(head, 'th') : ''}${rows
    .map(cells => row(cells, 'td'))
    .join('')}</table>`;
}

function page(order: Order): string {
  const [head, ...rows] = answerRows(order);
  const steps = order.steps.map(
    (step, n) => `<section>
<h2>${n + 1}. ${html(step.title)}</h2>
<p>${html(step.text)}</p>
${step.values?.length ? htmlTable(valueRows(step.values)) : ''}
${
  step.docsUrl
    ? `<p><a href="${html(step.docsUrl)}">${html(step.docsUrl)}</a></p>`
    : ''
}
</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${html(order.title)}</title>
<style>
body { font: 11pt/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
section { break-inside: avoid; }
table { border-collapse: collapse; width: 100%; }
td, th { border: 1px solid #999; padding: 0.3rem 0.5rem; text-align: left; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>${html(order.title)}</h1>
<p>${html(INTRODUCTION)}</p>
<p>Provider: ${html(order.issuer)}</p>
${steps.join('\n')}
<h2>What to send back</h2>
<p>${html(ANSWER)}</p>
${htmlTable(rows, head)}
<p><strong>${html(SECRETS)}</strong></p>
</body>
</html>
`;
}

const WRITERS = {
  markdown: { write: markdown, path: 'work-order.md', type: 'text/markdown' },
  html: { write: page, path: 'work-order.html', type: 'text/html' },
  text: { write: text, path: 'work-order.txt', type: 'text/plain' },
} as const;

/**
 * The order for the people who run the provider: every application with its values, and what to send back. It
 * contains no secret, and says that the answer must not contain any.
 *
 * @param setup - the result of {@link writeProviderSetup}
 * @param about - title of the record, and the provider's issuer
 * @public
 */
export function writeWorkOrder(
  setup: ProviderSetup,
  about: { title: string; issuer: string },
  form: WorkOrderForm,
): ConfigFile {
  const { write, path, type } = WRITERS[form];
  return {
    path,
    mediaType: type,
    content: write({
      title: `Applications for Camunda: ${about.title}`,
      issuer: about.issuer,
      steps: setup.steps.filter(({ id }) => id !== 'send-back'),
      clients: setup.applications.map(({ client, title, clientId }) => ({
        client,
        title,
        clientId: clientId ?? '',
      })),
    }),
  };
}
