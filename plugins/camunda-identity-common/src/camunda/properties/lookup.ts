import type { CamundaVersion } from '../versions';
import { allProperties, isOfVersion, type Property } from './Property';
import {
  canonicalProperty,
  canonicalVariable,
  variableSpellings,
} from './spellings';

/** A spelling with a name in its middle that anybody may choose: `…PROVIDERS_OIDC_<ID>_CLIENTID`. */
interface Pattern {
  before: string;
  after: string;
  property: Property;
}

/** How the properties of one version are found. */
interface Index {
  variables: Map<string, Property[]>;
  paths: Map<string, Property[]>;
  variablePatterns: Pattern[];
  pathPatterns: Pattern[];
}

function put(map: Map<string, Property[]>, key: string, property: Property) {
  const known = map.get(key);
  if (known) known.push(property);
  else map.set(key, [property]);
}

/** `<ID>` or a `*` at the end; undefined for a spelling without one. */
function patternOf(spelling: string, property: Property): Pattern | undefined {
  const named = /<(?!N>)[^<>]+>|\*$/i.exec(spelling);
  if (!named) return undefined;
  return {
    before: spelling.slice(0, named.index),
    after: spelling.slice(named.index + named[0].length),
    property,
  };
}

function build(properties: readonly Property[]): Index {
  const index: Index = {
    variables: new Map(),
    paths: new Map(),
    variablePatterns: [],
    pathPatterns: [],
  };
  for (const property of properties) {
    for (const spelling of variableSpellings(property)) {
      const pattern = patternOf(spelling, property);
      if (pattern) index.variablePatterns.push(pattern);
      else put(index.variables, spelling, property);
    }
    if (!property.name) continue;
    const canonical = canonicalProperty(property.name);
    const pattern = patternOf(canonical, property);
    if (pattern) index.pathPatterns.push(pattern);
    else put(index.paths, canonical, property);
  }
  return index;
}

const indexes = new Map<CamundaVersion | 'any', Index>();

function indexOf(version: CamundaVersion | 'any'): Index {
  const known = indexes.get(version);
  if (known) return known;
  const index = build(
    allProperties().filter(
      property => version === 'any' || isOfVersion(property, version),
    ),
  );
  indexes.set(version, index);
  return index;
}

function fits({ before, after }: Pattern, text: string): boolean {
  return (
    text.length > before.length + after.length &&
    text.startsWith(before) &&
    text.endsWith(after)
  );
}

function found(
  map: Map<string, Property[]>,
  patterns: readonly Pattern[],
  text: string,
): Property[] {
  const exact = map.get(text);
  if (exact) return exact;
  // The longest beginning says most: `…oidc.<id>.assertion.keystore.path` before `…<id>.path`.
  const fitting = patterns.filter(pattern => fits(pattern, text));
  const longest = Math.max(
    0,
    ...fitting.map(({ before, after }) => before.length + after.length),
  );
  return fitting
    .filter(({ before, after }) => before.length + after.length === longest)
    .map(({ property }) => property);
}

/** Properties of all components that a variable sets in a version (`any`: in any). */
export function propertiesOfVariable(
  name: string,
  version: CamundaVersion | 'any',
): Property[] {
  const index = indexOf(version);
  const properties = found(
    index.variables,
    index.variablePatterns,
    canonicalVariable(name),
  );
  // Node and PHP read a variable as it is spelled.
  return properties.filter(
    property =>
      !property.literal ||
      property.env.some(
        spelling => spelling === name || spelling.includes('<'),
      ),
  );
}

/** Properties of all components that a key of application.yaml or .properties sets. */
export function propertiesOfPath(
  path: readonly string[],
  version: CamundaVersion | 'any',
): Property[] {
  const index = indexOf(version);
  return found(
    index.paths,
    index.pathPatterns,
    canonicalProperty(path.join('.')),
  );
}

/** Spellings of a component's variables, for finding the nearest to a misspelled one. */
export function variableNames(
  component: string,
  version: CamundaVersion,
): Array<{ name: string; property: Property }> {
  return allProperties()
    .filter(
      property =>
        property.component === component && isOfVersion(property, version),
    )
    .flatMap(property =>
      [...property.env, ...variableSpellings(property)]
        .map(name => name.replace(/<n>/gi, '0'))
        .filter(name => !name.includes('<'))
        .map(name => ({ name, property })),
    );
}

/** Names of a component's properties; of all components where none is given. */
export function propertyNames(
  component: string | undefined,
  version: CamundaVersion,
): string[] {
  return allProperties()
    .filter(
      property =>
        property.name &&
        (component === undefined || property.component === component) &&
        isOfVersion(property, version),
    )
    .map(({ name }) => name!);
}
