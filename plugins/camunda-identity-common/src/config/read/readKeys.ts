import {
  chartKeyRule,
  type CamundaVersion,
  type ProviderType,
} from '../../camunda';
import type { Property } from '../../camunda/properties/Property';
import { canonicalVariable } from '../../camunda/properties/spellings';
import type { ProviderContext } from '../../providers';
import { plainSpringText } from '../spring';
import type { EnvStyle } from '../types';
import {
  componentOf,
  containerOf,
  containerOfSection,
  isMachineContainer,
  machineContainer,
  type Container,
} from './components';
import {
  canonicalKey,
  keyTable,
  writtenNames,
  type KeyMeaning,
} from './keyTable';
import { lookUpProperty, lookUpVariable, type Looked } from './meanings';
import { isLiteralSecret, isReference, MASK } from './mask';
import { providerTypeOf } from './providerType';
import { propertiesOfVariable } from '../../camunda/properties/lookup';
import { identify } from './sources/identify';
import type { Source, SourceForm } from './sources/Source';
import {
  NearestBudget,
  standingOfChartKey,
  standingOfProperty,
  standingOfVariable,
  type Standing,
} from './standing';
import type { FileKey, ReadOptions } from './types';

/** A key of a file, masked, with what it means. */
export interface ReadKey extends FileKey {
  form: SourceForm;
  /** The container as the writers name it; '' for a key of the chart itself, or of nobody known. */
  container: Container;
  /** Key of the writers' table. */
  canonical: string;
  meaning?: KeyMeaning;
  property?: Property;
  standing: Standing;
  literalSecret: boolean;
}

/** A file that was looked through. */
export interface ReadKeys {
  keys: ReadKey[];
  sources: Source[];
  /** What the file is, by most of it; undefined where nothing of it is known. */
  form?: SourceForm;
  style?: EnvStyle;
  type: ProviderType;
  /** The file's own word for the provider type, upper case. */
  namedType?: string;
}

/** A dollar sign that Spring would take for a reference is written as one to nothing. */
function asSpringReads(key: FileKey, form: SourceForm): FileKey {
  if (form === 'helm') return key;
  const { value } = key;
  return {
    ...key,
    value:
      typeof value === 'string'
        ? plainSpringText(value)
        : value.map(plainSpringText),
  };
}

/** Stands for a text of many lines: that there is one matters to the rules, what is in it does not. */
const TEXT = '…';

function masked(
  key: FileKey,
  form: SourceForm,
  version: CamundaVersion,
): FileKey & { literalSecret: boolean } {
  const literalSecret =
    isLiteralSecret(key, form, version) || isKnownSecret(key, form);
  if (literalSecret) return { ...key, literalSecret, value: MASK };
  // A text of many lines is a file of its own, read as one; nothing of it is shown.
  const hidden =
    typeof key.value === 'string' && key.value.includes('\n')
      ? TEXT
      : key.value;
  return { ...key, literalSecret, value: hidden };
}

type Masked = ReturnType<typeof masked>;

/** Secrets whose names do not look like it. */
function isKnownSecret({ path, value }: FileKey, form: SourceForm): boolean {
  if (form !== 'env' || path.length > 1) return false;
  if (typeof value !== 'string' || value === '' || isReference(value))
    return false;
  return propertiesOfVariable(path[0], 'any').some(
    ({ kind }) => kind === 'secret',
  );
}

function chartReader(
  version: CamundaVersion,
  type: ProviderType,
  budget: NearestBudget,
  keys: readonly Masked[],
): (key: Masked) => ReadKey {
  const values = new Map(
    keys.map(({ path, value }) => [path.join('.'), [value].flat().join(',')]),
  );
  const state = { valueOf: (path: string) => values.get(path) };
  const table = keyTable(version, type, 'helm').get('');
  return key => {
    const { path, inList } = key;
    const name = path.join('.');
    const section =
      inList && path.at(-2) === 'env' && path.slice(0, -2).join('.');
    const container = section && containerOfSection(section, version);
    if (container) {
      const looked = lookUpVariable(path.at(-1)!, container, version, type);
      const ruled = chartKeyRule(name, version) !== undefined;
      return {
        ...key,
        form: 'env',
        container,
        canonical: name,
        ...looked,
        standing: ruled
          ? { kind: 'known' }
          : standingOfVariable(
              path.at(-1)!,
              container,
              looked,
              version,
              budget,
              () => writtenNames(container, version, type, 'env'),
            ),
      };
    }
    const rule = chartKeyRule(name, version);
    const meaning =
      table?.get(name) ??
      (rule?.stillRead ? table?.get(rule.replacement ?? '') : undefined);
    const standing = standingOfChartKey(
      path,
      [key.value].flat().join(','),
      meaning,
      version,
      state,
      budget,
      () => table?.keys() ?? [],
    );
    return {
      ...key,
      form: 'helm',
      container: '',
      canonical: name,
      // An old name that is still read says what the new one says.
      meaning:
        meaning ??
        (standing.kind === 'old' ? table?.get(standing.use ?? '') : undefined),
      standing,
    };
  };
}

/** A secret reference belongs to the variable that it fills. */
function secretMember(
  looked: Looked,
  path: readonly string[],
): KeyMeaning | undefined {
  const { meaning } = looked;
  if (path[1] !== 'secretKeyRef' || !meaning?.member) return meaning;
  return {
    entry: meaning.entry,
    member: meaning.member.replace(
      /(env\.name|kubernetesSecret\.name)$/,
      `kubernetesSecret.${path[2]}`,
    ),
  };
}

function variableReader(
  version: CamundaVersion,
  type: ProviderType,
  budget: NearestBudget,
  own: Container | undefined,
  isNamed: boolean,
): (key: Masked) => ReadKey {
  if (own && isMachineContainer(own))
    return machineReader('env', version, type, budget, own);
  return key => {
    const [name] = key.path;
    const of = containerFor(name, own, isNamed, version);
    const looked = of ? lookUpVariable(name, of, version, type) : {};
    return {
      ...key,
      form: 'env',
      container: of ?? '',
      canonical: canonicalKey(key.path, 'env'),
      ...looked,
      meaning: secretMember(looked, key.path),
      standing: of
        ? standingOfVariable(name, of, looked, version, budget, () =>
            writtenNames(of, version, type, 'env'),
          )
        : { kind: 'foreign' },
    };
  };
}

/** The library that Connectors have, in an application of the team's own. */
function machineReader(
  form: 'env' | 'application-yaml',
  version: CamundaVersion,
  type: ProviderType,
  budget: NearestBudget,
  container: Container,
): (key: Masked) => ReadKey {
  const like = 'connectors';
  return key => {
    const { property, meaning } =
      form === 'env'
        ? lookUpVariable(key.path[0], like, version, type)
        : lookUpProperty(key.path, like, version, type);
    // No member of a record's components; compared by its name all the same.
    const own = property ? { entry: meaning?.entry } : undefined;
    const looked = { property, meaning: meaning && own };
    const standing =
      form === 'env'
        ? standingOfVariable(key.path[0], like, looked, version, budget)
        : standingOfProperty(key.path, like, looked, version, budget);
    return {
      ...key,
      form,
      container,
      canonical: canonicalKey(key.path, form),
      property,
      meaning: own,
      // The library has many settings that have nothing to do with sign-in.
      standing:
        standing.kind === 'unknown' && !standing.use
          ? { kind: 'foreign' }
          : standing,
    };
  };
}

/** A file that names no container may have the variables of several. */
function containerFor(
  name: string,
  own: Container | undefined,
  isNamed: boolean,
  version: CamundaVersion,
): Container | undefined {
  if (isNamed || !own) return own;
  const containers = new Set(
    propertiesOfVariable(name, version).map(containerOf),
  );
  return containers.size === 1 && !containers.has(own)
    ? [...containers][0]
    : own;
}

function propertyReader(
  version: CamundaVersion,
  type: ProviderType,
  budget: NearestBudget,
  container: Container | undefined,
): (key: Masked) => ReadKey {
  if (container && isMachineContainer(container))
    return machineReader('application-yaml', version, type, budget, container);
  return key => {
    const looked = container
      ? lookUpProperty(key.path, container, version, type)
      : {};
    // A section without anything in it sets nothing.
    const isEmpty = key.value === '' && !looked.property;
    return {
      ...key,
      form: 'application-yaml',
      container: container ?? '',
      canonical: canonicalKey(key.path, 'application-yaml'),
      ...looked,
      standing:
        container && !isEmpty
          ? standingOfProperty(
              key.path,
              container,
              looked,
              version,
              budget,
              () => writtenNames(container, version, type, 'application-yaml'),
            )
          : { kind: 'foreign' },
    };
  };
}

/** Keys of one container together, in the order of the file. */
function byContainer(keys: readonly Masked[]): Masked[][] {
  const groups = new Map<string, Masked[]>();
  for (const key of keys) {
    const id = `${key.container ?? ''}\n${key.image ?? ''}`;
    const group = groups.get(id);
    if (group) group.push(key);
    else groups.set(id, [key]);
  }
  return [...groups.values()];
}

function readSource(
  source: Source,
  keys: readonly Masked[],
  version: CamundaVersion,
  type: ProviderType,
  budget: NearestBudget,
): ReadKey[] {
  if (source.form === 'helm')
    return keys.map(chartReader(version, type, budget, keys));
  if (source.form === 'application-yaml')
    return keys.map(
      propertyReader(
        version,
        type,
        budget,
        source.container ?? componentOf(keys, false, version),
      ),
    );
  return byContainer(keys).flatMap(group =>
    group.map(
      variableReader(
        version,
        type,
        budget,
        machineContainer(group, true, version) ??
          componentOf(group, true, version),
        group[0].container !== undefined || group[0].image !== undefined,
      ),
    ),
  );
}

/** The form that most of a file has. */
function mainSource(
  sources: readonly Source[],
  keys: readonly ReadKey[],
): Source | undefined {
  const known = (form: SourceForm) =>
    keys.filter(
      key =>
        key.form === form && !/^(foreign|unknown)$/.test(key.standing.kind),
    ).length;
  return [...sources].sort((a, b) => known(b.form) - known(a.form))[0];
}

/**
 * The keys of a file with their meaning; secrets are masked before anything else sees them.
 *
 * @throws UnreadableConfigError
 */
export function readKeys(
  { format, content, camundaVersion: version }: ReadOptions,
  context: ProviderContext,
): ReadKeys {
  const sources = identify(content, format, version);
  const all = sources.map(source =>
    source.keys.map(key =>
      masked(asSpringReads(key, source.form), source.form, version),
    ),
  );
  const { type, named } = providerTypeOf(all.flat(), context);
  const budget = new NearestBudget();
  const keys = sources.flatMap((source, at) =>
    readSource(source, all[at], version, type, budget),
  );
  const main = mainSource(sources, keys);
  return {
    keys,
    sources,
    form: main?.form,
    style: main?.form === 'env' ? main.style : undefined,
    type,
    namedType: named,
  };
}

/** What a key is called among all of its spellings, within its container. */
export function settingOf({
  container,
  property,
  path,
  form,
}: ReadKey): string {
  if (property?.name) return `${container} ${property.name}`;
  return form === 'env'
    ? `${container} ${canonicalVariable(path.at(-1)!)}`
    : `${container} ${path.join('.')}`;
}
