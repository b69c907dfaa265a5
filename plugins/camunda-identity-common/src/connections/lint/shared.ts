import { finding, type Finding } from '../../checks';
import { needsSecret, withoutTrailingSlash } from '../../camunda';
import type { LintContext, LintRule } from './types';

/** Groups clients by what `pick` makes of them; only groups of more than one. */
function groups(
  { clients }: LintContext,
  pick: (client: LintContext['clients'][number]) => string | undefined,
): Array<[value: string, clients: LintContext['clients']]> {
  const found = new Map<string, LintContext['clients']>();
  for (const client of clients) {
    const value = pick(client);
    if (value) found.set(value, [...(found.get(value) ?? []), client]);
  }
  return [...found].filter(([, members]) => members.length > 1);
}

const titles = (clients: LintContext['clients']) =>
  clients.map(({ facts }) => facts.title).join(', ');

const urls: LintRule = context =>
  groups(
    context,
    ({ settings }) => settings.url && withoutTrailingSlash(settings.url),
  ).map(([url, clients]) =>
    finding(
      'record.duplicate-url',
      'warn',
      { kind: 'record' },
      { message: `${titles(clients)} have the same address ${url}` },
    ),
  );

const secrets: LintRule = context =>
  groups(context, ({ facts, settings: { secret } }) => {
    if (!needsSecret(facts) || !secret) return undefined;
    const { kubernetesSecret, env } = secret;
    // A file may leave the key to the chart.
    return kubernetesSecret?.key
      ? `Secret "${kubernetesSecret.name}", key "${kubernetesSecret.key}"`
      : env && `variable ${env.name}`;
  }).flatMap(([place, clients]): Finding[] => {
    // One application for several components is legal, and then they share its secret.
    const applications = new Set(
      clients.map(({ settings }) => settings.clientId),
    );
    if (applications.size === 1) return [];
    return [
      finding(
        'record.duplicate-secret',
        'warn',
        { kind: 'record' },
        { message: `${titles(clients)} all find their secret in ${place}` },
      ),
    ];
  });

/** What only one component may have. */
export const sharedRules: LintRule = context =>
  [urls, secrets].flatMap(rule => rule(context));
