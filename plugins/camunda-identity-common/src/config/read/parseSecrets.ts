import { isMap } from 'yaml';
import { parseYaml, scalarText } from './parseYaml';

/** A key of a Secret manifest. Its value is never kept. */
export interface SecretKey {
  name: string;
  key: string;
  line: number;
  /** The manifest holds a value. */
  filled: boolean;
}

/** Names and keys of the Secrets in manifests. */
export function parseSecrets(content: string): SecretKey[] {
  return parseYaml(content).flatMap(file => {
    const { document } = file;
    if (document.get('kind') !== 'Secret') return [];
    const name = scalarText(document.getIn(['metadata', 'name'], true)).text;
    return ['stringData', 'data'].flatMap(member => {
      const data = document.get(member, true);
      if (!isMap(data)) return [];
      return data.items.map(({ key, value }) => ({
        name,
        key: scalarText(key).text,
        line: file.lineOf(key),
        filled: scalarText(value).text !== '',
      }));
    });
  });
}
