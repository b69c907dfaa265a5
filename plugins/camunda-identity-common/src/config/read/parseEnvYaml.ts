import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { secretReferenceIn } from '../env/secretComment';
import { parseYaml, scalarText, type YamlFile } from './parseYaml';
import type { FileKey } from './types';

/** Nobody nests a container deeper. */
const MAX_DEPTH = 20;

/** Compose and Kubernetes both write a dollar sign as two. */
function plainDollars(text: string): string {
  return text.replace(/\$\$/g, '$');
}

function composeValue(text: string): string {
  // ${NAME} is a reference and stays one.
  return /^\$\{[^}]*\}$/.test(text) ? text : plainDollars(text);
}

/** `environment` of a Compose service: a map, or a list of NAME=value. */
function composeService(
  file: YamlFile,
  container: string,
  environment: unknown,
): FileKey[] {
  if (isSeq(environment))
    return environment.items.flatMap((item): FileKey[] => {
      const [name, ...rest] = scalarText(item).text.split('=');
      return [
        {
          container,
          path: [name],
          value: composeValue(rest.join('=')),
          line: file.lineOf(item),
        },
      ];
    });
  if (!isMap(environment)) return [];
  return environment.items.flatMap(({ key, value }): FileKey[] => {
    const name = scalarText(key).text;
    const line = file.lineOf(key);
    const at = (...path: string[]) => ({ container, path, line });
    // The first key of a map carries its comment on the map.
    const comment = [
      isScalar(key) ? key.commentBefore : undefined,
      environment.items[0].key === key ? environment.commentBefore : undefined,
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

/** `env` of a Kubernetes container. */
function kubernetesContainer(
  file: YamlFile,
  container: string | undefined,
  list: readonly unknown[],
): FileKey[] {
  return list.flatMap((item): FileKey[] => {
    if (!isMap(item)) return [];
    const name = scalarText(item.get('name', true)).text;
    const line = file.lineOf(item);
    const reference = item.getIn(['valueFrom', 'secretKeyRef'], true);
    if (isMap(reference))
      return ['name', 'key'].map(member => ({
        container,
        path: [name, 'secretKeyRef', member],
        value: scalarText(reference.get(member, true)).text,
        line,
      }));
    return [
      {
        container,
        path: [name],
        value: plainDollars(scalarText(item.get('value', true)).text),
        line,
      },
    ];
  });
}

/** Looks for `env` lists anywhere, so that a whole Deployment can be given. */
function findEnv(
  file: YamlFile,
  node: unknown,
  hint: string | undefined,
  depth: number,
): FileKey[] {
  if (depth > MAX_DEPTH) return [];
  if (isSeq(node))
    return node.items.flatMap(item => findEnv(file, item, hint, depth + 1));
  if (!isMap(node)) return [];
  const env = node.get('env', true);
  const name = scalarText(node.get('name', true)).text || hint;
  return [
    ...(isSeq(env) ? kubernetesContainer(file, name, env.items) : []),
    ...(node as YAMLMap).items
      .filter(({ value }) => value !== env)
      .flatMap(({ value }) => findEnv(file, value, hint, depth + 1)),
  ];
}

/** Variables of a Compose file. */
export function parseCompose(content: string): FileKey[] {
  return parseYaml(content).flatMap(file => {
    const services = file.document.get('services', true);
    if (!isMap(services)) return [];
    return services.items.flatMap(({ key, value }) =>
      isMap(value)
        ? composeService(
            file,
            scalarText(key).text,
            value.get('environment', true),
          )
        : [],
    );
  });
}

/** Variables of Kubernetes manifests, or of bare `env:` lists under a comment that names the container. */
export function parseKubernetesEnv(content: string): FileKey[] {
  return parseYaml(content).flatMap(file => {
    const { contents, commentBefore } = file.document;
    const comment = [
      commentBefore,
      (contents as { commentBefore?: string } | null)?.commentBefore,
    ].join('\n');
    const hint = /env of the container (\S+)/.exec(comment)?.[1];
    return findEnv(file, contents, hint, 0);
  });
}
