import { isMap, isSeq } from 'yaml';
import { plainSpringText } from '../spring';
import { parseYaml, scalarText, walkYaml, type YamlFile } from './parseYaml';
import type { FileKey } from './types';

/** `env: [{ name, value }]`: each variable is a key of its own. */
function variables(
  file: YamlFile,
  path: readonly string[],
  items: readonly unknown[],
): FileKey[] {
  return items.flatMap((item): FileKey[] => {
    if (!isMap(item)) return [];
    const name = scalarText(item.get('name', true)).text;
    const value = item.get('value', true);
    return name
      ? [
          {
            path: [...path, name],
            value: scalarText(value).text,
            line: file.lineOf(item),
          },
        ]
      : [];
  });
}

/** Every key of one document. */
export function keysOf(file: YamlFile): FileKey[] {
  return walkYaml(file).flatMap(({ path, key, node }): FileKey[] => {
    const line = file.lineOf(key);
    if (!isSeq(node)) {
      const { text, notText } = scalarText(node);
      return [{ path, value: text, line, notText }];
    }
    if (node.items.some(isMap)) return variables(file, path, node.items);
    return [
      { path, value: node.items.map(item => scalarText(item).text), line },
    ];
  });
}

/** Keys of a values file. */
export function parseValues(content: string): FileKey[] {
  return parseYaml(content).flatMap(keysOf);
}

/** What the writer puts over a document: `application.yaml of operate`. */
const FILE_COMMENT = /^ ?[\w.-]+\.ya?ml of ([a-z0-9-]+)$/m;

/** The container that a document names; else, in a stream of several, the document itself. */
function containerOf({ document }: YamlFile, index: number, several: boolean) {
  const comment =
    document.commentBefore ??
    (document.contents as { commentBefore?: string } | null)?.commentBefore;
  const named = FILE_COMMENT.exec(comment ?? '')?.[1];
  return named ?? (several ? `document ${index + 1}` : undefined);
}

/** Keys of files of properties, each document of a stream with the container that it is for. */
export function parseApplicationYaml(content: string): FileKey[] {
  const files = parseYaml(content);
  return files.flatMap((file, index) => {
    const container = containerOf(file, index, files.length > 1);
    return keysOf(file).map(key => ({
      ...key,
      container,
      value:
        typeof key.value === 'string'
          ? plainSpringText(key.value)
          : key.value.map(plainSpringText),
    }));
  });
}
