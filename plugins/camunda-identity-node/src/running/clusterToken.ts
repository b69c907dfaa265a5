import {
  finding,
  withoutTrailingSlash,
  type Finding,
  type FindingSubject,
} from 'backstage-plugin-camunda-identity-common';
import type { CheckContext, CheckedClient } from '../checks/types';
import { judgeTokenAnswer } from './judgeToken';
import { observe } from './observe';

/** Machine clients whose token may go to the cluster: those with a secret entered for this run. */
export function senders({
  clients,
  input,
  running,
}: CheckContext): CheckedClient[] {
  if (!running) return [];
  return clients.filter(
    ({ facts }) =>
      facts.scopes === 'machine' &&
      input.secrets?.[facts.key] !== undefined &&
      // A stored secret is bound to the provider, so its tokens go nowhere else.
      input.tokenOrigins?.[facts.key] === undefined,
  );
}

/** Address of the cluster, if a token may go to it. */
export function clusterUrl(context: CheckContext): string | undefined {
  const cluster = context.clients.find(
    ({ facts }) => facts.key === 'orchestration',
  );
  const url = cluster?.settings.url;
  if (!url || !URL.canParse(url)) return undefined;
  return new URL(url).protocol === 'https:' || context.lint.insecureAllowed
    ? url
    : undefined;
}

/** Sends a machine client's token to the running cluster. */
export async function tokenFinding(
  client: CheckedClient,
  url: string,
  context: CheckContext,
): Promise<Finding> {
  const { key, title } = client.facts;
  const subject: FindingSubject = { kind: 'client', client: key };
  const token = await context.tokens.of(key);
  if (token === undefined)
    return finding('running.token', 'skipped', subject, {
      message: 'No token was issued that could be shown to the cluster',
    });
  const observed = await observe(
    `${withoutTrailingSlash(url)}/v2/topology`,
    context.http,
    context.signal,
    { Accept: 'application/json', Authorization: `Bearer ${token}` },
  );
  const ownAudiences = context.clients.flatMap(({ settings }) =>
    [settings.audience, settings.clientId].filter(value => value !== undefined),
  );
  const { result, ...rest } = judgeTokenAnswer(observed, title, ownAudiences);
  return finding('running.token', result, subject, rest);
}
