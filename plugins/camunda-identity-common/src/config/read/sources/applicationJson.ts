import { UnreadableConfigError, type FileKey } from '../types';
import type { Source } from './Source';

/** The variable in which Spring Boot takes properties as JSON. */
const NAME = 'SPRING_APPLICATION_JSON';

/** Sections within sections; properties of Camunda have about ten names. */
const MAX_DEPTH = 32;

/** Stands for a text of which nothing is known. */
const UNREADABLE = '…';

/** Far more than anybody sets in one variable. */
const MAX_PROPERTIES = 2000;

/** The variable that sets the same property: letters, digits and indexes (Spring's relaxed binding). */
function variableOf(path: readonly string[]): string {
  return path
    .flatMap(name => name.split('.'))
    .map(name => name.replace(/[^A-Za-z0-9]/g, '').toUpperCase())
    .join('_');
}

function textOf(value: unknown): string | undefined {
  if (value === null) return '';
  return /^(string|number|boolean)$/.test(typeof value)
    ? String(value)
    : undefined;
}

/** Properties of one JSON text, as the variables that would set them. */
function variables(key: FileKey, json: object): FileKey[] {
  const found: FileKey[] = [];
  const add = (path: readonly string[], value: FileKey['value']) => {
    if (found.length >= MAX_PROPERTIES)
      throw new UnreadableConfigError(
        `line ${key.line}: ${NAME} has more than ${MAX_PROPERTIES} properties`,
      );
    found.push({
      ...key,
      path: [...key.path.slice(0, -1), variableOf(path)],
      value,
    });
  };
  const walk = (node: object, path: readonly string[]) => {
    if (path.length >= MAX_DEPTH) return;
    for (const [name, value] of Object.entries(node)) {
      const here = [...path, name];
      const text = textOf(value);
      if (text !== undefined) add(here, text);
      else walk(value, here);
    }
  };
  walk(json, []);
  return found;
}

/** Undefined where it is filled in elsewhere (`${JSON}`), or cut: nothing is known of what it sets. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function expanded(key: FileKey): FileKey[] {
  if (key.path.at(-1) !== NAME || typeof key.value !== 'string') return [key];
  const json = jsonOf(key.value);
  return json !== null && typeof json === 'object' && !Array.isArray(json)
    ? variables(key, json)
    : // What cannot be read may hold a secret: that it is set is all that is told.
      [{ ...key, value: UNREADABLE }];
}

/**
 * What `SPRING_APPLICATION_JSON` sets, as if each property were a variable of its own: it comes before the other
 * variables of the container.
 *
 * @throws UnreadableConfigError for more properties than anybody sets
 * @see Spring Boot reference, "JSON Application Properties" (spring.application.json)
 */
export function withApplicationJson(source: Source): Source {
  if (source.form === 'application-yaml') return source;
  const inJson = source.keys.filter(({ path }) => path.at(-1) === NAME);
  if (inJson.length === 0) return source;
  return {
    ...source,
    keys: [
      ...inJson.flatMap(expanded),
      ...source.keys.filter(({ path }) => path.at(-1) !== NAME),
    ],
  };
}
