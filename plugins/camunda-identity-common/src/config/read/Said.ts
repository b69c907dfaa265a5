import type { CamundaVersion, ProviderType } from '../../camunda';
import type { Settings } from '../../camunda/properties/UnsetRule';
import { clientsOf } from '../../camunda';
import { chartKey } from '../../camunda/charts/chartKeyTree';
import type { Container } from './components';
import type { ReadKey } from './readKeys';

function textOf({ value }: ReadKey): string {
  return [value].flat().join(',');
}

/** A property, whichever way it is spelled: letters and digits, without indexes. */
function compact(name: string): string {
  return name
    .replace(/\[[0-9n]*\]|_[0-9]+(?=_|$)/g, '')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase();
}

/** The property that a key sets; where a name of a team’s own is in the middle of it, as it stands. */
function nameOf({ property, form, path, inList }: ReadKey): string {
  if (property?.name && !property.name.includes('<')) return property.name;
  if (form !== 'env') return path.join('.');
  return inList ? path.at(-1)! : path[0];
}

/** What has an effect in a file, whichever spelling and whichever of its places says it. */
export class Said implements Settings {
  readonly version: CamundaVersion;
  readonly type: ProviderType;
  readonly namedType: string | undefined;
  readonly #chart = new Map<string, ReadKey>();
  readonly #sections = new Set<string>();
  readonly #properties = new Map<string, ReadKey>();
  readonly #containers = new Map<Container, ReadKey>();
  readonly #hasChart: boolean;

  constructor(
    keys: readonly ReadKey[],
    version: CamundaVersion,
    type: ProviderType,
    namedType: string | undefined,
  ) {
    this.version = version;
    this.type = type;
    this.namedType = namedType;
    this.#hasChart = keys.some(({ form }) => form === 'helm');
    for (const key of keys) this.#add(key);
  }

  #add(key: ReadKey) {
    const { form, container, path, standing } = key;
    if (form === 'helm') {
      this.#putChart(path, key);
      // An old name that is still read says what the new one says.
      const { meaning } = key;
      const now =
        standing.kind === 'old' ? standing.use?.split('.') : undefined;
      for (const other of [now, meaning?.entry?.path])
        if (other && other.join('.') !== path.join('.'))
          this.#putChart(other, key);
      return;
    }
    if (
      container &&
      standing.kind !== 'foreign' &&
      !this.#containers.has(container)
    )
      this.#containers.set(container, key);
    if (
      !container ||
      /^(ineffective|unknown|foreign|refused)$/.test(standing.kind)
    )
      return;
    const id = `${container} ${compact(nameOf(key))}`;
    if (!this.#properties.has(id)) this.#properties.set(id, key);
  }

  #putChart(path: readonly string[], key: ReadKey) {
    const name = path.join('.');
    const known = this.#chart.get(name);
    if (!known || textOf(known) === '') this.#chart.set(name, key);
    if (textOf(key) === '') return;
    for (let length = 1; length < path.length; length++)
      this.#sections.add(path.slice(0, length).join('.'));
  }

  chart(path: string): string | undefined {
    const key = this.#chart.get(path);
    if (key) return textOf(key) || undefined;
    return this.#sections.has(path) ? '{}' : undefined;
  }

  chartOrDefault(path: string): string {
    const fallback = chartKey(path.split('.'), this.version).default;
    return this.chart(path) ?? String(fallback ?? '');
  }

  property(container: string, name: string): string | undefined {
    const key = this.#properties.get(`${container} ${compact(name)}`);
    return key && (textOf(key) || undefined);
  }

  has(container: string): boolean {
    return this.#containers.has(container);
  }

  get isChart(): boolean {
    return this.#hasChart;
  }

  /** A key near which what is missing would stand. */
  lineNear(path: string): number | undefined {
    const names = path.split('.');
    for (let length = names.length; length > 0; length--) {
      const prefix = names.slice(0, length).join('.');
      for (const [name, { line }] of this.#chart)
        if (name === prefix || name.startsWith(`${prefix}.`)) return line;
    }
    return undefined;
  }

  /** The key of the file that sets a property of a container. */
  keyOf(container: string, name: string): ReadKey | undefined {
    return this.#properties.get(`${container} ${compact(name)}`);
  }

  /** The first line of a container. */
  lineOf(container: Container): number | undefined {
    return this.#containers.get(container)?.line;
  }

  /** Clients of the version, for rules that go over all. */
  get clients() {
    return clientsOf(this.version).map(({ key }) => key);
  }
}
