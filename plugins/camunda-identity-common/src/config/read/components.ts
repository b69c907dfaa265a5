import {
  hasHub,
  hasOrchestrationCluster,
  type ClientKey,
  type CamundaVersion,
} from '../../camunda';
import type { Property } from '../../camunda/properties/Property';
import {
  propertiesOfPath,
  propertiesOfVariable,
} from '../../camunda/properties/lookup';
import type { FileKey } from './types';

/** Name of a component's container, as the writers have it. */
export type Container = string;

/** The data's components by container; the broker of up to 8.7 may hold the gateway. */
const CONTAINERS: Readonly<Record<string, Container>> = {
  'webModeler.webapp': 'web-modeler-webapp',
  'webModeler.restapi': 'web-modeler-restapi',
  'webModeler.websockets': 'web-modeler-websockets',
  'zeebe-broker': 'zeebe-gateway',
};

/** The container whose application has a property. */
export function containerOf({ component }: Pick<Property, 'component'>) {
  return CONTAINERS[component] ?? component;
}

/** The application at the provider that a container signs in with. */
export const CLIENTS: Readonly<Record<Container, ClientKey>> = {
  identity: 'identity',
  operate: 'operate',
  tasklist: 'tasklist',
  optimize: 'optimize',
  'zeebe-gateway': 'zeebe',
  'web-modeler-webapp': 'webModeler.ui',
  'web-modeler-restapi': 'webModeler.api',
  console: 'console',
  connectors: 'connectors',
  orchestration: 'orchestration',
  hub: 'hub.ui',
};

/** What images and containers are called; the first that fits. */
const NAMES: ReadonlyArray<[RegExp, Container]> = [
  [/restapi|rest-api/, 'web-modeler-restapi'],
  [/webapp/, 'web-modeler-webapp'],
  [/websocket/, 'web-modeler-websockets'],
  [/modeler/, 'web-modeler-restapi'],
  [/connector/, 'connectors'],
  [/optimize/, 'optimize'],
  [/operate/, 'operate'],
  [/tasklist/, 'tasklist'],
  [/console/, 'console'],
  [/identity/, 'identity'],
  [/(^|[^a-z])hub/, 'hub'],
  [/zeebe|gateway/, 'zeebe-gateway'],
  [/orchestration|(^|[^a-z])(camunda|core)([^a-z]|$)/, 'orchestration'],
];

function named(
  text: string | undefined,
  version: CamundaVersion,
): Container | undefined {
  if (!text) return undefined;
  const found = NAMES.find(([name]) => name.test(text.toLowerCase()))?.[1];
  // From 8.8 on the three are one.
  if (hasOrchestrationCluster(version))
    return found && ['zeebe-gateway', 'operate', 'tasklist'].includes(found)
      ? 'orchestration'
      : found;
  return found === 'orchestration' ? 'zeebe-gateway' : found;
}

/** `camunda/operate:8.7.1` to `operate`. */
function imageName(image: string | undefined): string | undefined {
  const [path] = (image ?? '').split('@');
  const last = path.split('/').pop()?.split(':')[0];
  return last || undefined;
}

/** Names that nothing but Camunda has; SPRING_PROFILES_ACTIVE says nothing by itself. */
const OWN =
  /^(camunda|identity|keycloak|zeebe|operate|oauth2|restapi|optimize|values|security|pusher)[._]/i;

const IMAGE_WEIGHT = 5;
/** Less than a variable that only one component has, more than one that all have. */
const NAME_WEIGHT = 0.6;

/** The components that have a key, in whichever version; those of this version count a little more. */
function knowing(
  key: FileKey,
  isVariable: boolean,
  version: CamundaVersion,
): { any: Set<Container>; own: Set<Container> } {
  const look = (of: CamundaVersion | 'any') =>
    new Set(
      (isVariable
        ? propertiesOfVariable(key.path[0], of)
        : propertiesOfPath(key.path, of)
      ).map(containerOf),
    );
  return { any: look('any'), own: look(version) };
}

const OWN_VERSION_WEIGHT = 0.05;
const CALLBACK_WEIGHT = 0.5;

/** What a file that says no more is taken for: the component that everybody has. */
const USUAL: readonly Container[] = ['identity', 'orchestration'];

/** The component whose callback path stands in a value: several have a property of this name. */
function byCallback({ value }: FileKey): Container | undefined {
  const text = String(value);
  if (text.endsWith('/sso-callback')) return 'orchestration';
  if (text.endsWith('/api/authentication/callback')) return 'optimize';
  return undefined;
}

/**
 * Which component keys belong to: by what they are and by the image, before the name that somebody gave the
 * container.
 *
 * @returns undefined where nothing says that it is one of Camunda's
 */
export function componentOf(
  keys: readonly FileKey[],
  isVariable: boolean,
  version: CamundaVersion,
): Container | undefined {
  const scores = new Map<Container, number>();
  const add = (container: Container | undefined, weight: number) => {
    if (container) scores.set(container, (scores.get(container) ?? 0) + weight);
  };
  const [{ container, image } = {} as FileKey] = keys;
  const byImage = named(imageName(image), version);
  const byName = named(container, version);
  const seen = new Set<string>();
  for (const key of keys) {
    const id = isVariable ? key.path[0] : key.path.join('.');
    if (seen.has(id) || !(byImage || byName || OWN.test(id))) continue;
    seen.add(id);
    const { any, own } = knowing(key, isVariable, version);
    for (const known of any) add(known, 1 / any.size);
    for (const known of own) add(known, OWN_VERSION_WEIGHT);
    add(byCallback(key), CALLBACK_WEIGHT);
  }
  add(byImage, IMAGE_WEIGHT);
  // An image that says nothing of Camunda with a name that does: a database of Operate's.
  if (scores.size > 0 || !image) add(byName, NAME_WEIGHT);
  let best: [Container, number] | undefined;
  for (const entry of scores)
    if (
      !best ||
      entry[1] > best[1] + 1e-9 ||
      (Math.abs(entry[1] - best[1]) < 1e-9 && USUAL.includes(entry[0]))
    )
      best = entry;
  return best?.[0];
}

/** What a library that calls Camunda reads, in whichever application it is. */
const CLIENT_LIBRARY =
  /^(CAMUNDA_CLIENT_|ZEEBE_(CLIENT_|AUTHORIZATION_SERVER_URL|TOKEN_|ADDRESS|REST_ADDRESS|GRPC_ADDRESS)|camunda\.client\.)/i;

/** With one of these it signs in. */
const CLIENT_CREDENTIALS =
  /^(CAMUNDA_CLIENT_AUTH_|ZEEBE_CLIENT_ID$|camunda\.client\.auth\.)/i;

/** Names of what a team runs itself. */
const WORKER = /worker|job/i;

const MACHINE = 'machine-';

/**
 * The container of an application of the team's own: it has the variables of Camunda's client library, nothing
 * else of Camunda's, and neither its image nor its name is one of Camunda's.
 *
 * @returns the name that the writers give to it; undefined where it is none
 */
export function machineContainer(
  keys: readonly FileKey[],
  isVariable: boolean,
  version: CamundaVersion,
): Container | undefined {
  const [{ container, image } = {} as FileKey] = keys;
  if (!container) return undefined;
  const isNamed = (text: string | undefined) =>
    !WORKER.test(text ?? '') &&
    !/^(orchestration|zeebe-gateway)?$/.test(named(text, version) ?? '');
  if (isNamed(imageName(image)) || isNamed(container)) return undefined;
  const own = keys
    .map(({ path }) => (isVariable ? path[0] : path.join('.')))
    .filter(name => OWN.test(name));
  if (!own.some(name => CLIENT_CREDENTIALS.test(name))) return undefined;
  if (!own.every(name => CLIENT_LIBRARY.test(name))) return undefined;
  return container.startsWith(MACHINE) ? container : `${MACHINE}${container}`;
}

/** True for a container of {@link machineContainer}. */
export function isMachineContainer(container: Container | undefined): boolean {
  return container?.startsWith(MACHINE) ?? false;
}

/** Name of the application, as a record would have it. */
export function machineName(container: Container): string {
  return container.slice(MACHINE.length);
}

/** Sections of the chart whose `env` are the variables of a container. */
const CHART_CONTAINERS: ReadonlyArray<[RegExp, Container]> = [
  [
    /^(identity|operate|tasklist|optimize|console|connectors|orchestration)$/,
    '',
  ],
  [/^(zeebe|zeebe-?gateway)$/i, 'zeebe-gateway'],
  [/^webModeler\.webapp$/, 'web-modeler-webapp'],
  [/^webModeler\.restapi$/, 'web-modeler-restapi'],
  [/^camundaHub\.restapi$/, 'hub'],
];

/** The container that a section of the chart configures: `webModeler.restapi` to `web-modeler-restapi`. */
export function containerOfSection(
  section: string,
  version: CamundaVersion,
): Container | undefined {
  const found = CHART_CONTAINERS.find(([name]) => name.test(section));
  if (!found) return undefined;
  if (found[1] === 'web-modeler-restapi' && hasHub(version)) return 'hub';
  return found[1] || section;
}
