import { isMap, isScalar, isSeq } from 'yaml';
import { scalarText } from '../parseYaml';
import type { FileKey } from '../types';
import { ELSEWHERE, type Part } from './Source';
import { isBlock, pairsOf, resolved, textOf, Visits } from './yamlNodes';

/** A text inside a YAML document that may be a file of its own. */
export interface InnerText {
  path: readonly string[];
  text: string;
  /** Added to the lines of the text. */
  offset: number;
}

/** Every key of a part, with the texts in it that have several lines. */
export function keysOfPart(part: Part): {
  keys: FileKey[];
  texts: InnerText[];
} {
  const { file, offset } = part;
  const visits = new Visits();
  const keys: FileKey[] = [];
  const texts: InnerText[] = [];

  function list(items: unknown[], path: string[], key: unknown, depth: number) {
    const line = file.lineOf(key) + offset;
    if (!items.some(item => isMap(item))) {
      keys.push({
        path,
        value: items.map(item => scalarText(item).text),
        line,
      });
      return;
    }
    items.forEach((item, index) => {
      if (!isMap(item)) return;
      // `env: [{ name, value }]`: each variable is a key of its own.
      const name = textOf(file, item, 'name');
      const isVariable = name && item.items.length <= 2 && item.has('value');
      const from = item.has('valueFrom');
      if (isVariable)
        keys.push({
          path: [...path, name],
          value: textOf(file, item, 'value'),
          line: file.lineOf(item) + offset,
          inList: true,
        });
      else if (name && from)
        keys.push({
          path: [...path, name],
          value: ELSEWHERE,
          line: file.lineOf(item) + offset,
          inList: true,
        });
      else map(item, [...path.slice(0, -1), `${path.at(-1)}[${index}]`], depth);
    });
  }

  function map(node: unknown, path: string[], depth: number) {
    for (const { name, key, value } of pairsOf(file, node)) {
      visits.count(depth);
      const here = [...path, name];
      if (isMap(value)) {
        if (value.items.length === 0)
          keys.push({ path: here, value: '', line: file.lineOf(key) + offset });
        map(value, here, depth + 1);
      } else if (isSeq(value)) {
        visits.count(depth);
        const items = value.items.map(item => resolved(file, item));
        list(items, here, key, depth + 1);
      } else {
        const { text, notText } = scalarText(value);
        const line = file.lineOf(key) + offset;
        keys.push({ path: here, value: text, line, notText });
        if (isScalar(value) && text.includes('\n'))
          texts.push({
            path: here,
            text,
            offset: file.lineOf(value) + offset - (isBlock(value) ? 0 : 1),
          });
      }
    }
  }
  map(part.node, [], 0);
  return { keys, texts };
}
