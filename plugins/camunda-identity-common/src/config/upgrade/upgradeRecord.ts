import {
  componentsOf,
  findClient,
  redirectUris,
  hasHub,
  hasOrchestrationCluster,
  isLater,
  type CamundaVersion,
} from '../../camunda';
import type { Components } from '../../connections/components';
import { clientSettings } from '../../connections/clientSettings';
import type { Provider } from '../../providers';

/**
 * Something that a proposal cannot know.
 *
 * @public
 */
export interface UpgradeQuestion {
  /** Stable, kebab-case. */
  code: string;
  /** Member of the record that the answer belongs to. */
  path: string;
  text: string;
}

/**
 * What an upgrade looks at: a record, or as much of one as there is.
 *
 * @public
 */
export interface UpgradeInput {
  camundaVersion: CamundaVersion;
  provider: Provider;
  components: Components;
  initialClaim?: { name: string; value?: string };
}

/** @public */
export interface RecordUpgrade {
  camundaVersion: CamundaVersion;
  components: Partial<Components>;
  questions: UpgradeQuestion[];
}

/** Zeebe, Operate and Tasklist become one cluster: it takes over Operate's application. */
function cluster(
  { components, provider, initialClaim }: UpgradeInput,
  questions: UpgradeQuestion[],
): Components['orchestration'] | undefined {
  const web = components.operate ?? components.tasklist;
  const zeebe = clientSettings({ components }, 'zeebe', provider.type);
  if (!web && !zeebe) return undefined;
  const ask = (code: string, member: string, text: string) =>
    questions.push({ code, path: `components.orchestration.${member}`, text });
  if (!web) {
    ask(
      'orchestration-application',
      'clientId',
      'The record has Zeebe but neither Operate nor Tasklist. The Orchestration Cluster needs an application for sign-in and the address under which people open it; Zeebe’s application has no redirect URI ("Standard flow is disabled for the client").',
    );
    return undefined;
  }
  const [uri] = redirectUris(findClient('orchestration', '8.8')!, web.url);
  ask(
    'orchestration-url',
    'url',
    `Is ${web.url} the address of the cluster? Operate and Tasklist had one each, the cluster has one for both.`,
  );
  ask(
    'orchestration-application',
    'clientId',
    `The application ${web.clientId} is taken over. Register ${uri} as a redirect URI there, or enter a new application.`,
  );
  if (initialClaim?.name !== 'preferred_username')
    ask(
      'orchestration-admin-users',
      'adminUsers',
      'Who are the first administrators of the cluster? It names them by its username claim, not by the initial claim.',
    );
  // Machine clients go on asking for tokens of Zeebe's audience.
  const audience =
    provider.type === 'MICROSOFT' ? undefined : zeebe?.audience ?? web.audience;
  return {
    url: web.url,
    clientId: web.clientId,
    ...(audience ? { audience } : {}),
    ...(web.secret ? { secret: web.secret } : {}),
  };
}

/** Connectors talk to the cluster alone. */
function connectors(
  { components, provider }: UpgradeInput,
  questions: UpgradeQuestion[],
): Components['connectors'] {
  if (!components.connectors) return undefined;
  const { operateAudience: _, audience, ...rest } = components.connectors;
  if (rest.tokenScope && provider.type === 'MICROSOFT')
    questions.push({
      code: 'connectors-token-scope',
      path: 'components.connectors.tokenScope',
      text: `The token scope ${rest.tokenScope} has to name the cluster’s application; without one it does.`,
    });
  return { ...rest, ...(audience ? { audience } : {}) };
}

/** Web Modeler becomes Camunda Hub; Console needs no application any more. */
function hub(
  { components }: UpgradeInput,
  questions: UpgradeQuestion[],
): Components['hub'] {
  const { webModeler, console } = components;
  if (console)
    questions.push({
      code: 'console-application',
      path: 'components.console',
      text: `Console is part of Camunda Hub. Its application ${console.clientId} can be deleted at the provider when nothing else uses it.`,
    });
  if (webModeler)
    questions.push({
      code: 'hub-url',
      path: 'components.hub.url',
      text: `Is ${webModeler.url} the address of Camunda Hub? It takes over Web Modeler’s two applications and their redirect URI.`,
    });
  else if (console)
    questions.push({
      code: 'hub-application',
      path: 'components.hub',
      text: 'The record has Console but no Web Modeler. Camunda Hub needs two applications, one for its UI and one for its API.',
    });
  return webModeler;
}

/**
 * Proposes a record for a later version of Camunda, with the questions that a person has to answer. Nothing is
 * stored.
 *
 * @throws RangeError when `to` is not later than the record's version
 * @public
 */
export function upgradeRecord(
  input: UpgradeInput,
  to: CamundaVersion,
): RecordUpgrade {
  const from = input.camundaVersion;
  if (!isLater(to, from))
    throw new RangeError(
      `Camunda ${to} is not later than ${from}, the version of the record`,
    );
  const questions: UpgradeQuestion[] = [];
  const proposed: Partial<Components> = { ...input.components };
  if (!hasOrchestrationCluster(from) && hasOrchestrationCluster(to)) {
    proposed.orchestration = cluster(input, questions);
    proposed.connectors = connectors(input, questions);
  }
  if (!hasHub(from) && hasHub(to)) proposed.hub = hub(input, questions);
  const known = new Set(componentsOf(to).map(({ key }) => key));
  return {
    camundaVersion: to,
    components: Object.fromEntries(
      Object.entries(proposed).filter(
        ([key, value]) => known.has(key as never) && value !== undefined,
      ),
    ),
    questions,
  };
}
