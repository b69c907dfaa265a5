import type { ClientKey, ProviderType } from '../types';
import type { CamundaVersion } from '../versions';

/**
 * A link of a step. Places such as `{clientId}` are filled from a record.
 *
 * @public
 */
export interface GuideLink {
  title: string;
  url: string;
}

/**
 * A step of the page. Texts may hold places in braces, which `fillGuide` fills with a record's values.
 *
 * @public
 */
export interface GuideStep {
  /** Stable, kebab-case. */
  code: string;
  title: string;
  text: string;
  /** The versions that it is about; all where it is left out. */
  versions?: readonly CamundaVersion[];
  /** Said once for every application at the provider, or for those named. */
  each?: {
    /** All clients of the version where it is left out. */
    clients?:
      | 'confidential'
      | 'redirecting'
      | 'signing-out'
      | readonly ClientKey[];
    text: string;
    link?: GuideLink;
  };
  links?: readonly GuideLink[];
  snippet?: { language: string; text: string };
  /** Codes of notices to show with the step. */
  notices?: readonly string[];
}

/** @public */
export interface Guide {
  providerType: ProviderType;
  title: string;
  steps: readonly GuideStep[];
  /** What to know after the steps ("Additional considerations"). */
  considerations: readonly GuideStep[];
}

/**
 * Something to have before beginning.
 *
 * @public
 */
export interface Prerequisite {
  code: string;
  text: string;
  links?: readonly GuideLink[];
}
