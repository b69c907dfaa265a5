import type { YamlFile } from '../parseYaml';
import type { FileKey } from '../types';
import type { EnvStyle } from '../../types';
import type { StatedChart } from './statedChart';

/** What the keys of a part of a file are. */
export type SourceForm = 'helm' | 'env' | 'application-yaml';

/**
 * A part of a file whose keys are of one form: the values of a chart, wherever they stand; the variables of a
 * container; the properties of an application.
 */
export interface Source {
  form: SourceForm;
  /** Of variables. */
  style?: EnvStyle;
  /** Where it stands, for people: `HelmRelease camunda, spec.values`. Undefined at the top of the file. */
  place?: string;
  /** Names of the keys around the values, in the document; empty at its top. */
  prefix?: readonly string[];
  keys: FileKey[];
  /** It stands in a text within another document. */
  nested?: boolean;
  /** The container whose application it is, where the place says so. */
  container?: string;
  /** The version of the chart, where the file names it. */
  chart?: StatedChart;
  /** The container’s own words: more of its variables stand there, in a place that this file does not hold. */
  elsewhere?: Array<{ container?: string; what: string }>;
}

/** A variable whose value stands in a Secret or a store is set; what it says is not known. */
export const ELSEWHERE = '$(elsewhere)';

/** A YAML document with where it stands, while it is looked through. */
export interface Part {
  file: YamlFile;
  node: unknown;
  /** Added to every line of it: text inside another text begins further down. */
  offset: number;
  place?: string;
  prefix: readonly string[];
  /** How deep in texts within texts. */
  depth: number;
}
