import { isMap, isScalar, isSeq } from 'yaml';
import type { CamundaVersion } from '../../../camunda';
import type { ConfigFormat } from '../../types';
import { assertReadable } from '../fileLimits';
import { parseDotenv } from '../parseDotenv';
import { parseYaml, type YamlFile } from '../parseYaml';
import { UnreadableConfigError, type FileKey } from '../types';
import { withApplicationJson } from './applicationJson';
import { assignmentsKind, parseProperties } from './assignments';
import {
  isDockerRun,
  isHelmCommand,
  parseDockerRun,
  parseHelmCommand,
} from './dockerRun';
import { documentSources } from './documents';
import { keysOfPart } from './keysOf';
import type { Source } from './Source';
import { statedChart } from './statedChart';
import { itemsOf, member, textOf } from './yamlNodes';

/** Variables of the ConfigMaps that containers of the same file take in (`envFrom`). */
function configMaps(
  files: readonly YamlFile[],
  content: string,
): Map<string, FileKey[]> {
  const maps = new Map<string, FileKey[]>();
  const wanted = new Set<string>();
  const look = (file: YamlFile, node: unknown) => {
    const kind = textOf(file, node, 'kind');
    if (/List$/.test(kind))
      for (const item of itemsOf(file, member(file, node, 'items')))
        look(file, item);
    if (kind !== 'ConfigMap') return;
    const { keys } = keysOfPart({
      file,
      node: member(file, node, 'data'),
      offset: 0,
      prefix: [],
      depth: 0,
    });
    maps.set(textOf(file, node, 'metadata', 'name'), keys);
  };
  for (const file of files) look(file, file.document.contents);
  if (maps.size === 0) return maps;
  for (const [, name] of content.matchAll(
    /configMapRef"?:\s*(?:\{\s*)?"?name"?:\s*["']?([\w.-]+)/g,
  ))
    wanted.add(name);
  return new Map([...maps].filter(([name]) => wanted.has(name)));
}

/**
 * What a file is, and the keys in it: values of the chart (also inside a HelmRelease, an Application, a
 * ConfigMap, a parent chart), variables of containers, properties of applications.
 *
 * @param format - what the caller takes it for; decides where a file could be either
 * @throws UnreadableConfigError with the line
 */
export function identify(
  content: string,
  format: ConfigFormat,
  version: CamundaVersion,
): Source[] {
  assertReadable(content);
  return sourcesOf(content, format, version).map(withApplicationJson);
}

function sourcesOf(
  content: string,
  format: ConfigFormat,
  version: CamundaVersion,
): Source[] {
  if (isDockerRun(content)) {
    const sources = parseDockerRun(content);
    if (sources.length) return sources;
  }
  if (isHelmCommand(content)) {
    const { keys, chart } = parseHelmCommand(content);
    if (keys.length)
      return [{ form: 'helm', place: 'helm --set', nested: true, keys, chart }];
  }
  refuseTerraform(content);
  const kind = assignmentsKind(content);
  if (kind === 'properties' || (kind && format === 'application-yaml'))
    return [{ form: 'application-yaml', keys: parseProperties(content) }];
  // Lines with a container's name and nothing else are a dotenv file, too.
  if (kind === 'dotenv')
    return [{ form: 'env', style: 'dotenv', keys: parseDotenv(content) }];
  const files = parseYaml(content);
  const maps = configMaps(files, content);
  const namesChart = content.includes('camunda-platform');
  const sources = files.flatMap(file => {
    const chart = namesChart ? statedChart(file) : undefined;
    const found = documentSources(
      {
        file,
        node: file.document.contents,
        offset: 0,
        prefix: [],
        depth: 0,
      },
      { version, format, maps },
    );
    return chart ? found.map(source => ({ ...source, chart })) : found;
  });
  if (sources.length === 0) refuseOtherShapes(files, format);
  return sources;
}

/** `resource "helm_release" "camunda" {`: braces of Terraform's, which no YAML reader gets further with. */
const TERRAFORM =
  /^(resource|module|data|provider|variable) "[^"\n]*" (?:"[^"\n]*" )?\{|^(locals|terraform) \{/m;

function refuseTerraform(content: string) {
  if (!TERRAFORM.test(content)) return;
  throw new UnreadableConfigError(
    'is Terraform, which is not read: give what it renders (the text under "values", or the variables of the containers)',
  );
}

/** A list or a text where keys are expected is an error of its own, not an unknown file. */
function refuseOtherShapes(files: readonly YamlFile[], format: ConfigFormat) {
  if (format === 'env') return;
  for (const { document, lineOf } of files) {
    const root = document.contents;
    if (root === null || isMap(root)) continue;
    if (isScalar(root) && root.value === null) continue;
    throw new UnreadableConfigError(
      `line ${lineOf(root)}: expected keys, found ${
        isSeq(root) ? 'a list' : 'a text'
      } (readable are YAML with keys, .properties, dotenv, docker run and helm --set)`,
    );
  }
}
