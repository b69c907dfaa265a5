import { isMap, isSeq } from 'yaml';
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

/** Keys of a values file or of application.yaml, whichever container the latter is for. */
export function parseValues(content: string): FileKey[] {
  return parseYaml(content).flatMap(keysOf);
}
