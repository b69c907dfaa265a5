import { finding, type Finding } from '../../checks';
import {
  hasOrchestrationCluster,
  isMachineClient,
  needsSecret,
  type ClientKey,
} from '../../camunda';
import type { LintContext, LintRule } from './types';

/** A date of a record without its time, which nobody has chosen. */
const dayOf = (date: string) => date.slice(0, 'yyyy-mm-dd'.length);

/** Values that more than one client has, with the clients' titles. */
function shared(
  context: LintContext,
  pick: 'clientId' | 'audience',
  except: (client: ClientKey) => boolean,
): Array<[value: string, titles: string[]]> {
  const users = new Map<string, string[]>();
  for (const { facts, settings } of context.clients) {
    const value = settings[pick];
    if (value && !except(facts.key))
      users.set(value, [...(users.get(value) ?? []), facts.title]);
  }
  return [...users].filter(([, titles]) => titles.length > 1);
}

const duplicates: LintRule = context => [
  // Connectors may use the cluster's own application.
  ...shared(
    context,
    'clientId',
    client =>
      client === 'connectors' &&
      hasOrchestrationCluster(context.camundaVersion),
  ).map(([value, titles]) =>
    finding(
      'record.duplicate-client-id',
      'warn',
      { kind: 'record' },
      { message: `${titles.join(', ')} share the client ID ${value}` },
    ),
  ),
  // Those who ask for tokens of Zeebe's or the cluster's audience share it: that is what they are for.
  ...shared(
    context,
    'audience',
    client => client === 'connectors' || isMachineClient(client),
  ).map(([value, titles]) =>
    finding(
      'record.duplicate-audience',
      'warn',
      { kind: 'record' },
      { message: `${titles.join(', ')} share the audience ${value}` },
    ),
  ),
];

/** 30 days. */
const SOON_MS = 30 * 24 * 60 * 60 * 1000;

const secrets: LintRule = ({ clients, now }) =>
  clients.flatMap(({ facts, settings }): Finding[] => {
    const subject = { kind: 'client' as const, client: facts.key };
    const { secret, certificate } = settings;
    const found: Finding[] = [];
    if (
      needsSecret(facts) &&
      !certificate &&
      !secret?.kubernetesSecret &&
      !secret?.env
    )
      found.push(
        finding('record.secret-missing', 'warn', subject, {
          message: `The record does not say where Camunda finds the secret of ${facts.title}`,
        }),
      );
    const dates: Array<[what: string, date: string | undefined]> = [
      ['secret', secret?.expiresAt],
      ['certificate', certificate?.expiresAt],
      ['password of the key store', certificate?.passwordSecret?.expiresAt],
    ];
    for (const [what, date] of dates) {
      if (!date) continue;
      const left = new Date(date).getTime() - now.getTime();
      if (left <= 0)
        found.push(
          finding('record.secret-expired', 'fail', subject, {
            message: `The ${what} of ${facts.title} expired on ${dayOf(date)}`,
          }),
        );
      else if (left <= SOON_MS)
        found.push(
          finding('record.secret-expires', 'warn', subject, {
            message: `The ${what} of ${facts.title} expires on ${dayOf(date)}`,
          }),
        );
    }
    return found;
  });

const audiences: LintRule = ({ clients, provider }) =>
  clients.flatMap(({ facts, settings }): Finding[] => {
    const subject = { kind: 'client' as const, client: facts.key };
    if (!settings.audience)
      return [
        finding('record.audience-missing', 'warn', subject, {
          message: `${facts.title} has no audience`,
        }),
      ];
    if (
      provider.type === 'MICROSOFT' &&
      facts.key !== 'connectors' &&
      !isMachineClient(facts.key) &&
      settings.clientId &&
      settings.audience !== settings.clientId
    )
      return [
        finding('record.microsoft-audience', 'warn', subject, {
          message: `${facts.title} has the audience ${settings.audience}, which is not its client ID ${settings.clientId}`,
        }),
      ];
    return [];
  });

const DEFAULT_SCOPE = /^(api:\/\/)?[^\s/[\]]+\/\.default$/;

const scopes: LintRule = ({ clients, provider }) =>
  clients.flatMap(({ facts, settings }) =>
    provider.type === 'MICROSOFT' &&
    settings.tokenScope &&
    !DEFAULT_SCOPE.test(settings.tokenScope)
      ? [
          finding(
            'record.scope-form',
            'warn',
            { kind: 'client', client: facts.key },
            {
              message: `The token scope of ${facts.title} is "${settings.tokenScope}"`,
            },
          ),
        ]
      : [],
  );

/** Rules over the applications at the provider. */
export const clientRules: LintRule = context =>
  [duplicates, secrets, audiences, scopes].flatMap(rule => rule(context));
