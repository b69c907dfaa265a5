import {
  CAMUNDA_VERSIONS,
  chartKeyRule,
  type CamundaVersion,
} from '../../camunda';
import { chartKey, chartKeyTree } from '../../camunda/charts/chartKeyTree';
import { chartRules, type ChartRule } from '../../camunda/charts/chartRules';
import { rangesInWords } from '../../camunda/charts/versionRanges';
import {
  propertiesOfPath,
  propertiesOfVariable,
  propertyNames,
  variableNames,
} from '../../camunda/properties/lookup';
import { canonicalProperty } from '../../camunda/properties/spellings';
import { containerOf, type Container } from './components';
import type { KeyMeaning } from './keyTable';
import type { Looked } from './meanings';
import { distance, nearestName, nearestPath } from './nearest';

/**
 * What a version makes of a key.
 *
 * - `managed`: known, and a record says it
 * - `known`: known, and no business of a record
 * - `old`: an older name that is still read
 * - `ineffective`: accepted without effect
 * - `harmless`: without effect while another key is there, and nothing is lost by it
 * - `refused`: the installation stops
 * - `unknown`: looks like a key of the sign-in, and none has this name
 * - `foreign`: nothing of Camunda’s sign-in
 */
export interface Standing {
  kind:
    | 'managed'
    | 'known'
    | 'old'
    | 'ineffective'
    | 'harmless'
    | 'refused'
    | 'unknown'
    | 'foreign';
  /** Why, in a sentence. */
  text?: string;
  /** The key to use: the new name, the nearest known one. */
  use?: string;
}

/** What the rules of a chart ask about the rest of a file. */
export interface ChartState {
  /** Text of a key; undefined where the file does not have it. */
  valueOf(path: string): string | undefined;
}

/** How many misspelled keys of a file are looked for among the known ones: each costs a comparison with all. */
export class NearestBudget {
  #left = 200;

  /** True as long as there is some left; takes one. */
  take(): boolean {
    this.#left -= 1;
    return this.#left >= 0;
  }
}

/** Helm keys near Camunda’s OIDC set-up: an unknown one there is worth a word. */
const NEAR =
  /^(global\.(identity\.auth|security)|orchestration\.security|connectors\.security|identity\.fullURL)(\.|$)/;

function holds(
  { condition, key }: ChartRule,
  value: string,
  path: readonly string[],
  version: CamundaVersion,
  state: ChartState,
): boolean {
  switch (condition) {
    case 'present':
    case 'always':
      return true;
    case 'set':
      return value !== '';
    case 'true':
      return value === 'true';
    case 'changed':
      return value !== String(chartKey(path, version).default ?? '');
    case 'issuer':
      return !!state.valueOf('global.identity.auth.issuer');
    case 'connected':
      return /^(generic|microsoft)$/i.test(
        state.valueOf('global.identity.auth.type') ?? '',
      );
    default:
      return (
        value !== '' && state.valueOf(`${key.split('.')[0]}.enabled`) === 'true'
      );
  }
}

/** `.*` takes over the rest of a path. */
function replacement(rule: ChartRule, path: string): string | undefined {
  if (!rule.use?.endsWith('.*') || !rule.key.endsWith('.*')) return rule.use;
  return rule.use.slice(0, -1) + path.slice(rule.key.length - 1);
}

function byRule(
  path: readonly string[],
  value: string,
  version: CamundaVersion,
  state: ChartState,
): Standing | undefined {
  const name = path.join('.');
  const rules = chartRules(path, version).filter(rule =>
    holds(rule, value, path, version, state),
  );
  const find = (kind: ChartRule['kind']) =>
    rules.find(rule => rule.kind === kind);
  const refused = find('refused');
  if (refused)
    return {
      kind: 'refused',
      text: 'the chart stops at this key',
      use: replacement(refused, name),
    };
  const old = find('stillRead');
  const ignored = find('ignored');
  if (old && old.use !== name)
    return {
      kind: 'old',
      text: 'an older name, which the chart still reads',
      use: replacement(old, name),
    };
  if (ignored)
    return {
      kind:
        ignored.condition === 'issuer' || ignored.condition === 'connected'
          ? 'harmless'
          : 'ineffective',
      text:
        ignored.condition === 'issuer'
          ? 'not read while there is an issuer'
          : 'no template of the chart reads it',
      use: replacement(ignored, name),
    };
  const warned = find('warned');
  if (warned?.use)
    return {
      kind: 'old',
      text: 'the chart still takes it and prints a warning; a later one does not',
      use: replacement(warned, name),
    };
  return undefined;
}

/** Charts that have a key, where this one has not. */
function otherCharts(
  path: readonly string[],
  version: CamundaVersion,
): CamundaVersion[] {
  return CAMUNDA_VERSIONS.filter(
    other => other !== version && chartKey(path, other).known === 'key',
  );
}

function isSwitchMisspelled(
  [section, name]: readonly string[],
  version: CamundaVersion,
): boolean {
  return (
    name !== 'enabled' &&
    distance(name, 'enabled', 2) <= 2 &&
    chartKey([section, 'enabled'], version).known === 'key'
  );
}

/** What a chart makes of a key of a values file. */
export function standingOfChartKey(
  path: readonly string[],
  value: string,
  meaning: KeyMeaning | undefined,
  version: CamundaVersion,
  state: ChartState,
  budget: NearestBudget,
  written: () => Iterable<string> = () => [],
): Standing {
  // Rules written by hand say more than those of the table.
  if (chartKeyRule(path.join('.'), version))
    return { kind: meaning ? 'managed' : 'known' };
  const ruled = byRule(path, value, version, state);
  if (ruled && !(meaning && ruled.kind === 'harmless')) return ruled;
  if (meaning) return { kind: 'managed' };
  // A subchart takes anything, but its switch has one name.
  if (path.length === 2 && isSwitchMisspelled(path, version))
    return { kind: 'unknown', use: `${path[0]}.enabled` };
  const role = misspelledRole(path.join('.'));
  if (role) return role;
  if (chartKey(path, version).known !== 'unknown') return { kind: 'known' };
  const others = otherCharts(path, version);
  if (others.length)
    return {
      kind: 'ineffective',
      text: `a key of the charts of ${others.join(
        ', ',
      )}; that of ${version} does not have it`,
    };
  const nearest = budget.take()
    ? nearestPath(path, chartKeyTree(version))?.join('.') ??
      // Templates read keys that values.yaml does not list.
      nearestName(path.join('.'), written(), 2)
    : undefined;
  if (nearest) return { kind: 'unknown', use: nearest };
  return { kind: NEAR.test(path.join('.')) ? 'unknown' : 'foreign' };
}

/** Variables near the set-up. */
const NEAR_ENV =
  /^(CAMUNDA_(IDENTITY|SECURITY|CLIENT|OPTIMIZE_IDENTITY|MODELER_(SECURITY|OAUTH2)|OPERATE_IDENTITY|TASKLIST_IDENTITY|HUB_(SECURITY|OAUTH2))|IDENTITY_(INITIAL|AUTH|CLIENT|MAPPING)|OAUTH2|ZEEBE_(CLIENT|TOKEN|AUTHORIZATION|GATEWAY_SECURITY)|OPERATE_CLIENT|SPRING_SECURITY_OAUTH2)_/;

const NEAR_PROPERTY =
  /^(camunda\.(identity|security|client\.auth|operate\.identity|tasklist\.identity|hub\.(oauth2|security)|modeler\.(oauth2|security))|identity\.(auth-?provider|client-?(id|secret)|initial|mapping)|spring\.security\.oauth2)/i;

/** The data’s names of a container’s components. */
const PARTS: Readonly<Record<Container, string[]>> = {
  'web-modeler-webapp': ['webModeler.webapp'],
  'web-modeler-restapi': ['webModeler.restapi'],
  'web-modeler-websockets': ['webModeler.websockets'],
  'zeebe-gateway': ['zeebe-gateway', 'zeebe-broker'],
};

function partsOf(container: Container): string[] {
  return PARTS[container] ?? [container];
}

function titles(containers: ReadonlySet<string>): string {
  return [...containers].join(', ');
}

function known({ meaning, property }: Looked): Standing | undefined {
  if (property?.use && !meaning?.entry)
    return {
      kind: 'old',
      text: 'an older name, which is still read',
      use: property.use,
    };
  if (meaning) return { kind: 'managed' };
  return property ? { kind: 'known' } : undefined;
}

/** Roles that a cluster has from the start (Camunda docs, "Default roles"). */
const DEFAULT_ROLES = [
  'admin',
  'readonly-admin',
  'connectors',
  'rpa',
  'app-integrations',
  'task-worker',
];

/** A role’s name stands where any name may: one that is nearly a default role’s is meant for it. */
function misspelledRole(name: string): Standing | undefined {
  const role = /default-?roles[._]([a-z-]+)[._]/i.exec(name)?.[1];
  const given = role?.toLowerCase() ?? '';
  if (
    !role ||
    DEFAULT_ROLES.some(
      entry => canonicalProperty(entry) === canonicalProperty(given),
    )
  )
    return undefined;
  const nearest = nearestName(given, DEFAULT_ROLES, 2);
  if (!nearest) return undefined;
  const use =
    role === role.toUpperCase()
      ? nearest.replace(/-/g, '').toUpperCase()
      : nearest;
  return { kind: 'unknown', use: name.replace(role, use) };
}

/** What a container makes of a variable. */
export function standingOfVariable(
  name: string,
  container: Container,
  looked: Looked,
  version: CamundaVersion,
  budget: NearestBudget,
  written: () => readonly string[] = () => [],
): Standing {
  const own = misspelledRole(name) ?? known(looked);
  if (own) return own;
  const anyVersion = propertiesOfVariable(name, 'any');
  const here = anyVersion.filter(
    property => containerOf(property) === container,
  );
  if (here.length)
    return {
      kind: 'ineffective',
      text: `a variable of ${here
        .map(({ ranges }) => rangesInWords(ranges))
        .join(', ')}; ${version} does not read it`,
      use: here[0].use,
    };
  const elsewhere = new Set(
    propertiesOfVariable(name, version).map(containerOf),
  );
  if (elsewhere.size)
    return {
      kind: NEAR_ENV.test(name) ? 'harmless' : 'known',
      text: `a variable of ${titles(elsewhere)}; ${container} does not read it`,
    };
  const upper = name.toUpperCase();
  const nearest =
    budget.take() &&
    nearestName(
      upper,
      [
        ...partsOf(container).flatMap(part =>
          variableNames(part, version).map(entry => entry.name),
        ),
        // Of names with a role or a client of a team’s own in their middle.
        ...written(),
      ],
      NEAR_ENV.test(upper) ? 4 : 2,
    );
  if (nearest) return { kind: 'unknown', use: nearest };
  return { kind: NEAR_ENV.test(upper) ? 'unknown' : 'foreign' };
}

/** baseUrl and base-url are no two spellings of a mistake. */
function nearestProperty(
  name: string,
  names: readonly string[],
): string | undefined {
  const spellings = new Map<string, string>();
  for (const entry of names)
    if (!spellings.has(canonicalProperty(entry)))
      spellings.set(canonicalProperty(entry), entry);
  const found = nearestName(
    canonicalProperty(name),
    spellings.keys(),
    NEAR_PROPERTY.test(name) ? 4 : 2,
  );
  return found && spellings.get(found);
}

/** What a component makes of a key of its application.yaml. */
export function standingOfProperty(
  path: readonly string[],
  container: Container,
  looked: Looked,
  version: CamundaVersion,
  budget: NearestBudget,
  written: () => readonly string[] = () => [],
): Standing {
  const name = path.join('.');
  const own = misspelledRole(name) ?? known(looked);
  if (own) return own;
  const here = propertiesOfPath(path, 'any').filter(
    property => containerOf(property) === container,
  );
  if (here.length)
    return {
      kind: 'ineffective',
      text: `a property of ${here
        .map(({ ranges }) => rangesInWords(ranges))
        .join(', ')}; ${version} does not read it`,
      use: here[0].use,
    };
  const elsewhere = new Set(propertiesOfPath(path, version).map(containerOf));
  if (elsewhere.size)
    return {
      kind: NEAR_PROPERTY.test(name) ? 'harmless' : 'known',
      text: `a property of ${titles(elsewhere)}; ${container} does not read it`,
    };
  const nearest = budget.take()
    ? nearestProperty(name, [
        ...partsOf(container).flatMap(part => propertyNames(part, version)),
        ...written(),
      ])
    : undefined;
  if (nearest) return { kind: 'unknown', use: nearest };
  return { kind: NEAR_PROPERTY.test(name) ? 'unknown' : 'foreign' };
}
