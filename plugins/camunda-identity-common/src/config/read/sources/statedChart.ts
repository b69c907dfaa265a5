import { isMap, isSeq } from 'yaml';
import { scalarText, type YamlFile } from '../parseYaml';
import { resolved } from './yamlNodes';

/** A version of the chart that a file names. */
export interface StatedChart {
  /** As it stands: `13.0.0`, `^13`. */
  version: string;
  line: number;
}

/** Longer texts are no version. */
export const VERSION_LENGTH = 40;

const CHART = /(^|\/)camunda-platform$/;

/** More nodes than any release has. */
const MAX_NODES = 5000;

/**
 * The version of Camunda's chart in a HelmRelease, an Argo CD Application, a Kustomization, a helmfile or a
 * Chart.yaml: each has a map that names the chart and its version side by side.
 */
export function statedChart(file: YamlFile): StatedChart | undefined {
  const open: unknown[] = [file.document.contents];
  for (let seen = 0; open.length && seen < MAX_NODES; seen++) {
    const node = resolved(file, open.pop());
    if (isSeq(node)) open.push(...node.items.slice(0, MAX_NODES));
    if (!isMap(node)) continue;
    const text = (name: string) => scalarText(node.get(name, true)).text;
    if (CHART.test(text('chart')) || CHART.test(text('name')))
      for (const name of ['version', 'targetRevision'])
        if (text(name) && text(name).length <= VERSION_LENGTH)
          return {
            version: text(name),
            line: file.lineOf(node.get(name, true)),
          };
    open.push(...node.items.slice(0, MAX_NODES).map(({ value }) => value));
  }
  return undefined;
}
