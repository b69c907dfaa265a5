import {
  findDefinition,
  finding,
  toldBy,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import type {
  CheckContext,
  CheckedClient,
  ProviderCheck,
} from './checks/types';

/** True where a run found out anything about a client. */
const CODE = 'client.checked';

function reasonOf(
  { facts, settings }: CheckedClient,
  { depth }: CheckContext,
): string {
  if (!settings.clientId) return 'the record does not name its client ID';
  if (depth === 'scheduled')
    return 'a scheduled run asks about secrets that are stored, and no more';
  const isUser = facts.redirectPaths.length > 0;
  if (isUser && !settings.url) return 'the record does not name its address';
  if (!isUser && facts.clientType === 'confidential')
    return 'no secret was given for it, and it has no redirect URI to ask about';
  return 'the answers of the provider say nothing of it';
}

/** What was asked about a client, in words, by group of findings. */
const ASKED: ReadonlyArray<[group: string, words: string]> = [
  ['secret', 'its secret'],
  ['token', 'its token'],
  ['redirect-uris', 'its redirect URIs'],
  ['running', 'what the running component sends'],
];

function askedOf(client: CheckedClient, findings: readonly Finding[]): string {
  const groups = findings
    .filter(
      ({ subject, result }) =>
        subject.client === client.facts.key &&
        result !== 'unknown' &&
        result !== 'skipped',
    )
    .map(({ code }) => findDefinition(code)?.group);
  return ASKED.filter(([group]) => groups.includes(group))
    .map(([, words]) => words)
    .join(', ');
}

/**
 * Reports for each client what the run checked, and names clients that it did not check at all, so that no
 * verdict seems to cover them.
 */
export function checkedFindings(
  context: CheckContext,
  findings: readonly Finding[],
): Finding[] {
  const { checked, secretsTested } = toldBy(findings);
  return context.clients.map(client => {
    const { facts } = client;
    const { key, title } = facts;
    const subject = { kind: 'client' as const, client: key };
    if (checked.includes(key))
      return finding(CODE, 'pass', subject, {
        message: `Found out about ${title}: ${askedOf(client, findings)}${
          facts.clientType === 'confidential' && !secretsTested.includes(key)
            ? '. Its secret was not tested'
            : ''
        }`,
      });
    return finding(
      CODE,
      context.depth === 'full' ? 'unknown' : 'skipped',
      subject,
      {
        message: `Nothing was found out about ${title}: ${reasonOf(
          client,
          context,
        )}`,
      },
    );
  });
}

/** Plans the findings that {@link checkedFindings} adds after all others. */
export const checkedCheck: ProviderCheck = {
  plan: ({ clients }) =>
    clients.map(({ facts }) => ({
      code: CODE,
      subject: { kind: 'client', client: facts.key },
    })),
  async run() {},
};
