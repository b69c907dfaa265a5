import { prefersOldSections } from '../../camunda/traits';
import type { ProviderType, CamundaVersion } from '../../camunda';
import { propertiesOfPath } from '../../camunda/properties/lookup';
import type { Property } from '../../camunda/properties/Property';
import { containerOf, containerOfSection } from '../read/components';
import type { FormEntry } from '../read/formEntries';
import { lookUpVariable } from '../read/meanings';
import { settingOf, type ReadKey } from '../read/readKeys';

/** Without effect: what the file says there is not what the component gets. */
const INEFFECTIVE = /^(ineffective|unknown|refused|foreign)$/;

/** A key of the sections that the chart copied into the new ones once. */
function isOfOldSection({ path }: ReadKey): boolean {
  return /^global\.identity\.auth\.(connectors|orchestration)\./.test(
    path.join('.'),
  );
}

/** The property that a writer's entry sets, and the container that reads it. */
export function settingOfEntry(
  entry: FormEntry,
  form: 'helm' | 'env' | 'application-yaml',
  version: CamundaVersion,
  type: ProviderType,
): { container: string; property?: Property } {
  const { path } = entry;
  const at = form === 'helm' && path.at(-2) === 'env';
  const container = at
    ? containerOfSection(path.slice(0, -2).join('.'), version) ?? ''
    : entry.container ?? '';
  if (form === 'application-yaml')
    return {
      container,
      property: propertiesOfPath(path, version).find(
        property => containerOf(property) === container,
      ),
    };
  if (form === 'env' || at)
    return {
      container,
      property: lookUpVariable(
        at ? path.at(-1)! : path[0],
        container,
        version,
        type,
      ).property,
    };
  return { container };
}

/** Keys of a file, found by name, by the property that they set and by what they mean. */
export class ActualKeys {
  readonly #byName = new Map<string, ReadKey>();
  readonly #bySetting = new Map<string, ReadKey>();
  readonly #byMember = new Map<string, ReadKey>();
  /** Values that are put together, so that no list is copied for each of its entries. */
  readonly #lists = new WeakMap<ReadKey, string[]>();

  constructor(keys: readonly ReadKey[], version: CamundaVersion) {
    for (const key of keys) {
      if (INEFFECTIVE.test(key.standing.kind) && !key.meaning) continue;
      this.#put(this.#byName, `${key.container} ${key.canonical}`, key);
      this.#put(this.#bySetting, settingOf(key), key);
      const { member, entry } = key.meaning ?? {};
      // What says a thing again does not stand for the key that says it first.
      if (!member || entry?.repeated) continue;
      for (const scope of key.form === 'helm' ? [''] : [key.container, '']) {
        const id = `${scope} ${member}`;
        if (prefersOldSections(version) && isOfOldSection(key))
          this.#byMember.set(id, key);
        else this.#put(this.#byMember, id, key);
      }
    }
  }

  /** The last one wins in every form, but for the entries of a list. */
  #put(map: Map<string, ReadKey>, id: string, key: ReadKey) {
    const known = map.get(id);
    const isEntry =
      known &&
      /_[0-9]+_?$/.test(key.path.at(-1)!) &&
      known.path.at(-1) !== key.path.at(-1);
    if (!isEntry) {
      map.set(id, key);
      return;
    }
    const list = this.#lists.get(known) ?? [known.value].flat();
    list.push(...[key.value].flat());
    const joined = { ...key, value: list };
    this.#lists.set(joined, list);
    map.set(id, joined);
  }

  /** The key with which the file says what a writer's entry says. */
  find(
    entry: FormEntry,
    container: string,
    canonical: string,
    property: Property | undefined,
    member: string | undefined,
    isChart: boolean,
  ): ReadKey | undefined {
    const copied = isChart && member && this.#byMember.get(` ${member}`);
    if (
      copied &&
      copied.path.join('.') !== entry.path.join('.') &&
      isOfOldSection(copied) &&
      copied.standing.kind !== 'ineffective'
    )
      return copied;
    return (
      this.#byName.get(`${container} ${canonical}`) ??
      this.#ofProperty(container, property?.name) ??
      (member
        ? this.#byMember.get(`${isChart ? '' : container} ${member}`)
        : undefined)
    );
  }

  #ofProperty(
    container: string,
    name: string | undefined,
  ): ReadKey | undefined {
    if (!name) return undefined;
    return (
      this.#bySetting.get(`${container} ${name}`) ??
      // A broker that holds the gateway has its settings one level deeper.
      this.#bySetting.get(
        `${container} ${name.replace(
          /^zeebe\.gateway\./,
          'zeebe.broker.gateway.',
        )}`,
      )
    );
  }

  /** Every key once, in the order of the file. */
  all(): ReadKey[] {
    return [...this.#byName.values()];
  }
}
