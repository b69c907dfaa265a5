import type { ProviderType } from '../types';
import type { CamundaVersion } from '../versions';

/** What a rule about an unset key may ask of a file. */
export interface Settings {
  readonly version: CamundaVersion;
  readonly type: ProviderType;
  /** The file's own word for the provider type, upper case. */
  readonly namedType: string | undefined;
  /** Text of a key of the chart; `{}` for a section with keys; undefined where it is not set. */
  chart(path: string): string | undefined;
  /** As `chart`, with the chart's default where the file does not set it. */
  chartOrDefault(path: string): string;
  /** Text of a property of a component, whichever variable or file sets it. */
  property(container: string, name: string): string | undefined;
  /** The file has variables or properties of the component. */
  has(container: string): boolean;
}

/** A setting whose absence breaks sign-in. */
export interface UnsetRule {
  /** Versions: `8.8-`, `8.5-8.7`. */
  versions: string;
  provider?: ProviderType;
  /** Component that lacks it, as its container is called. */
  container: string;
  /** Key of the chart, or property. */
  key: string;
  /** Other keys and properties (`component property`) that say the same. */
  or?: readonly string[];
  /** Not looked for otherwise. */
  when?: (settings: Settings) => boolean;
  /** What happens, in the words that people search for. */
  symptom: string;
  /** What stands in its place, and why that does not work. */
  cause: string;
  /** The line to add, in the chart's or the application's own form. */
  line: string;
  /** `warn` unless it says otherwise. */
  result?: 'info' | 'warn' | 'fail';
  /** One of the keys without which a component has no application at the provider at all. */
  section?: boolean;
}
