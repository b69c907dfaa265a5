import {
  hasOrchestrationCluster,
  isMachineClient,
  machineClientName,
  type ClientKey,
} from '../../camunda';
import { finding, type Finding } from '../../checks';
import { acceptedAudiences } from '../acceptedAudiences';
import { operateAudience } from '../clientSettings';
import type { LintContext, LintRule } from './types';

/** What is called with a token of a client's own: Zeebe, or the cluster that took its place. */
function clusterOf({ camundaVersion }: LintContext): ClientKey {
  return hasOrchestrationCluster(camundaVersion) ? 'orchestration' : 'zeebe';
}

const titleOf = ({ clients }: LintContext, key: ClientKey) =>
  clients.find(({ facts }) => facts.key === key)?.facts.title ?? key;

function notAccepted(
  client: ClientKey,
  path: string,
  asks: string,
  takes: string,
): Finding {
  return finding(
    'record.audience-not-accepted',
    'warn',
    { kind: 'client', client },
    {
      message: `${asks}, and ${takes}`,
      evidence: { path },
    },
  );
}

/** Empty where the record does not say what the component accepts: that is another finding. */
function accepted(context: LintContext, key: ClientKey): string[] {
  const client = context.clients.find(({ facts }) => facts.key === key);
  return client?.settings.audience ? acceptedAudiences(context, key) : [];
}

function connectors(context: LintContext): Finding[] {
  const own = context.clients.find(({ facts }) => facts.key === 'connectors');
  if (!own) return [];
  const target = clusterOf(context);
  const found: Finding[] = [];
  const says = (
    member: 'audience' | 'operateAudience',
    asked: string | undefined,
    key: ClientKey,
  ) => {
    const takes = accepted(context, key);
    if (asked && takes.length > 0 && !takes.includes(asked))
      found.push(
        notAccepted(
          'connectors',
          `components.connectors.${member}`,
          `Connectors ask for tokens of the audience ${asked}`,
          `${titleOf(context, key)} accepts ${takes.join(', ')}`,
        ),
      );
  };
  says('audience', own.settings.audience, target);
  if (
    !hasOrchestrationCluster(context.camundaVersion) &&
    context.components.connectors?.mode === 'inbound'
  )
    says(
      'operateAudience',
      operateAudience(context, context.provider.type),
      'operate',
    );
  return found;
}

/** An application of the team's own calls the cluster, or one of the other APIs. */
function machineClients(context: LintContext): Finding[] {
  const target = clusterOf(context);
  const apis = context.clients
    .map(({ facts }) => facts.key)
    .filter(key => !isMachineClient(key) && key !== 'connectors');
  return context.clients.flatMap(({ facts, settings }): Finding[] => {
    const name = machineClientName(facts.key);
    const machine = context.machineClients?.find(entry => entry.name === name);
    if (!machine?.audience || accepted(context, target).length === 0) return [];
    const called = machine.purpose === 'worker' ? [target] : apis;
    const takes = called.flatMap(key => accepted(context, key));
    return takes.includes(machine.audience)
      ? []
      : [
          notAccepted(
            facts.key,
            `machineClients.${name}.audience`,
            `${facts.title} asks for tokens of the audience ${settings.audience}`,
            machine.purpose === 'worker'
              ? `${titleOf(context, target)} accepts ${takes.join(', ')}`
              : 'no component of the record accepts it',
          ),
        ];
  });
}

/** The audience that a client asks for is one that the other side takes. Entra goes by the scope. */
export const audienceRules: LintRule = context =>
  context.provider.type === 'MICROSOFT'
    ? []
    : [connectors, machineClients].flatMap(rule => rule(context));
