import { isMap, isScalar, isSeq } from 'yaml';
import { secretReferenceIn } from '../../env/secretComment';
import { scalarText } from '../parseYaml';
import type { FileKey } from '../types';
import { ELSEWHERE, type Part, type Source } from './Source';
import {
  itemsOf,
  member,
  pairsOf,
  resolved,
  textOf,
  Visits,
} from './yamlNodes';

/** Variables that a ConfigMap of the same file holds, by its name. */
export type ConfigMaps = ReadonlyMap<string, readonly FileKey[]>;

/** Compose and Kubernetes both write a dollar sign as two. */
function plainDollars(text: string): string {
  return text.replace(/\$\$/g, '$');
}

/** `${NAME}` is a reference and stays one. */
function composeValue(text: string): string {
  return /^\$\{[^}]*\}$/.test(text) ? text : plainDollars(text);
}

function lineIn({ file, offset }: Part, node: unknown): number {
  return file.lineOf(node) + offset;
}

type Where = Pick<FileKey, 'container' | 'image'>;

/** One entry of `env` (Kubernetes), `environment` or `secrets` (ECS). */
function variable(part: Part, where: Where, item: unknown): FileKey[] {
  const { file } = part;
  if (!isMap(item)) return [];
  const name = textOf(file, item, 'name');
  if (!name) return [];
  const line = lineIn(part, item);
  const from = member(file, item, 'valueFrom');
  const reference = member(file, from, 'secretKeyRef');
  if (isMap(reference))
    return ['name', 'key'].map(inner => ({
      ...where,
      path: [name, 'secretKeyRef', inner],
      value: textOf(file, reference, inner),
      line,
    }));
  const value = from ? ELSEWHERE : plainDollars(textOf(file, item, 'value'));
  return [{ ...where, path: [name], value, line }];
}

/** `environment` of a Compose service: a map, or a list of NAME=value. */
function composeEnvironment(
  part: Part,
  where: Where,
  environment: unknown,
): FileKey[] {
  const { file } = part;
  if (isSeq(environment))
    return environment.items.flatMap((item): FileKey[] => {
      if (isMap(item)) return variable(part, where, item);
      const [name, ...rest] = scalarText(item).text.split('=');
      return [
        {
          ...where,
          path: [name],
          // `- NAME` takes the value from the shell.
          value: rest.length ? composeValue(rest.join('=')) : `\${${name}}`,
          line: lineIn(part, item),
        },
      ];
    });
  const first = isMap(environment) ? environment.items[0]?.key : undefined;
  return pairsOf(file, environment).flatMap(({ name, key, value }) => {
    const line = lineIn(part, key);
    const at = (...path: string[]) => ({ ...where, path, line });
    // The first key of a map carries its comment on the map.
    const comment = [
      isScalar(key) ? key.commentBefore : undefined,
      first === key && isMap(environment)
        ? environment.commentBefore
        : undefined,
    ].join('\n');
    const reference = secretReferenceIn(comment);
    return [
      { ...at(name), value: composeValue(scalarText(value).text) },
      ...(reference
        ? [
            { ...at(name, 'secretKeyRef', 'name'), value: reference.name },
            { ...at(name, 'secretKeyRef', 'key'), value: reference.key },
          ]
        : []),
    ];
  });
}

/** Files and objects that hold more variables of a container. */
function elsewhere(
  part: Part,
  node: unknown,
  where: Where,
  maps: ConfigMaps,
): { keys: FileKey[]; missing: string[] } {
  const { file } = part;
  const keys: FileKey[] = [];
  const missing: string[] = [];
  for (const item of itemsOf(file, member(file, node, 'envFrom'))) {
    const prefix = textOf(file, item, 'prefix');
    const map = textOf(file, item, 'configMapRef', 'name');
    const known = maps.get(map);
    if (known)
      keys.push(
        ...known.map(key => ({
          ...key,
          ...where,
          path: [prefix + key.path[0], ...key.path.slice(1)],
        })),
      );
    else if (map) missing.push(`ConfigMap ${map}`);
    const secret = textOf(file, item, 'secretRef', 'name');
    if (secret) missing.push(`Secret ${secret}`);
  }
  const files = member(file, node, 'env_file');
  for (const item of isSeq(files) ? files.items : [files]) {
    const name =
      scalarText(item).text || (isMap(item) ? textOf(file, item, 'path') : '');
    if (name) missing.push(name);
  }
  return { keys, missing };
}

/** A map that describes a container; undefined for any other. */
function container(
  part: Part,
  node: unknown,
  hint: string | undefined,
  maps: ConfigMaps,
): Source | undefined {
  const { file } = part;
  const env = member(file, node, 'env');
  const environment = member(file, node, 'environment');
  const isService =
    isSeq(env) ||
    isSeq(environment) ||
    isMap(environment) ||
    isSeq(member(file, node, 'envFrom')) ||
    // Its own word, also without an image: an override file of Compose.
    ((textOf(file, node, 'image') !== '' || hint !== undefined) &&
      member(file, node, 'env_file') !== undefined);
  if (!isService) return undefined;
  const where: Where = {
    container:
      textOf(file, node, 'name') ||
      hint ||
      textOf(file, node, 'container_name') ||
      undefined,
    image: textOf(file, node, 'image') || undefined,
  };
  const more = elsewhere(part, node, where, maps);
  return {
    form: 'env',
    style: environment !== undefined && !isSeq(env) ? 'compose' : 'kubernetes',
    place: part.place,
    keys: [
      ...more.keys,
      ...itemsOf(file, env).flatMap(item => variable(part, where, item)),
      ...composeEnvironment(part, where, environment),
      // ECS: what comes from a secret store.
      ...(isSeq(environment)
        ? itemsOf(file, member(file, node, 'secrets')).flatMap(item =>
            variable(part, where, item),
          )
        : []),
    ],
    elsewhere: more.missing.map(what => ({ container: where.container, what })),
  };
}

/** Stands for "the next names are names of services"; no file has it. */
const SERVICES = '\u0000services';

/** The name of what stands under a key: those under `services` are names of services. */
function hintFor(
  key: string,
  around: string | undefined,
  isService: boolean,
): string | undefined {
  if (isService) return key;
  return key === 'services' ? SERVICES : around;
}

/** Containers anywhere in a document: Pods, Deployments, Compose services, task definitions. */
export function findContainers(
  part: Part,
  maps: ConfigMaps,
  hint?: string,
): Source[] {
  const { file } = part;
  const visits = new Visits();
  const found: Source[] = [];
  const walk = (node: unknown, name: string | undefined, depth: number) => {
    visits.count(depth);
    const inner = resolved(file, node);
    if (isSeq(inner)) {
      for (const item of inner.items) walk(item, name, depth + 1);
      return;
    }
    if (!isMap(inner)) return;
    const source = container(part, inner, name, maps);
    if (source) {
      found.push(source);
      return;
    }
    const kind = scalarText(inner.get('kind', true)).text;
    const own =
      textOf(file, inner, 'name') ||
      (kind ? textOf(file, inner, 'metadata', 'name') : '');
    for (const pair of pairsOf(file, inner))
      walk(
        pair.value,
        hintFor(pair.name, own || name, name === SERVICES),
        depth + 1,
      );
  };
  walk(part.node, hint, 0);
  return found;
}
