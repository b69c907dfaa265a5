import type { ComponentKey, NoteSeverity, ProviderType } from '../types';
import type { CamundaVersion } from '../versions';

/**
 * A notice of the page, with what to do.
 *
 * @public
 */
export interface Notice {
  code: string;
  /** The page marks some notices differently for the two provider types. */
  severity: Record<ProviderType, NoteSeverity>;
  providerTypes: readonly ProviderType[];
  title: string;
  text: string;
  /** What to do instead, a sentence each. */
  remedies: readonly string[];
  /** The versions it is about; all where it is left out. */
  versions?: readonly CamundaVersion[];
  /** The component it is about, where it is about one. */
  component?: ComponentKey;
  /** Where it stands: section of the page, or where a correction comes from. */
  source?: string;
}

/** Notices for both provider types. */
export const BOTH: readonly ProviderType[] = ['GENERIC', 'MICROSOFT'];
