import type { ClientKey } from '../camunda';
import type { SecretPlace } from './secretPlace';
import type { ConfigFile } from './types';
import type { ConfigSource } from './ConfigSource';
import {
  containerSettings,
  type ContainerSettings,
  type Setting,
} from './settings';
import { springText } from './spring';
import { quotedText } from './yaml';

/*
 * Files of properties: what Camunda's pages and charts show for each component. The webapp container of Web
 * Modeler has none that is documented.
 */

/** Nested keys of a file. */
export type Tree = { [key: string]: Tree | Leaf };
type Leaf = string | boolean | readonly (string | Tree)[];

/** The keys of one file of a container. */
export interface ApplicationSection {
  client: ClientKey;
  container: string;
  /** Name of the file in the container's folder. */
  file: string;
  tree: Tree;
  /** Settings of the container that no file can say. */
  variables: string[];
}

/** Spring takes the secret from the environment; the file never holds it. */
function placeholder(place: SecretPlace): string {
  return `\${${place.variable}}`;
}

function isSecret(value: Setting['value']): value is SecretPlace {
  return typeof value === 'object' && 'variable' in value;
}

const LIST_ENTRY = /^([^[]+)\[0\]$/;

/** Sets a dotted property; `name[0]` is the first entry of a list of maps. */
function setProperty(tree: Tree, property: string, value: Leaf) {
  const names = property.split('.');
  let node = tree;
  for (const name of names.slice(0, -1)) {
    const [, list] = (name.endsWith(']') && LIST_ENTRY.exec(name)) || [];
    if (list) {
      node[list] ??= [{}];
      [node] = node[list] as Tree[];
    } else {
      node[name] ??= {};
      node = node[name] as Tree;
    }
  }
  node[names[names.length - 1]] = value;
}

function leafOf({ value }: Setting): Leaf {
  if (isSecret(value)) return placeholder(value);
  if (typeof value === 'string') return springText(value);
  return typeof value === 'boolean' ? value : value.map(springText);
}

function sectionsOf({
  client,
  container,
  settings,
  file: ownFile = 'application.yaml',
}: ContainerSettings): ApplicationSection[] {
  const trees = new Map<string, Tree>();
  const variables: string[] = [];
  for (const setting of settings) {
    const { name, property, file = ownFile } = setting;
    if (property) {
      const tree = trees.get(file) ?? {};
      setProperty(tree, property, leafOf(setting));
      trees.set(file, tree);
    } else if (name) variables.push(name);
  }
  return [...trees].map(([file, tree]) => ({
    client,
    container,
    file,
    tree,
    variables,
  }));
}

/** The keys of each container's files, for readers and tests that want more than text. */
export function applicationSections(
  values: ConfigSource,
  component: ClientKey | 'all',
): ApplicationSection[] {
  return containerSettings(values, false, component).flatMap(sectionsOf);
}

function isTree(value: Tree | Leaf): value is Tree {
  return typeof value === 'object' && !Array.isArray(value);
}

/** The lines of a map. Keys are names of properties and need no quotes; texts have double quotes. */
function lines(tree: Tree, indent: string): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const head = `${indent}${key}:`;
    if (typeof value === 'string') return [`${head} ${quotedText(value)}`];
    if (typeof value === 'boolean') return [`${head} ${value}`];
    if (isTree(value)) return [head, ...lines(value, `${indent}  `)];
    return [head, ...value.flatMap(item => listItem(item, `${indent}  `))];
  });
}

function listItem(item: string | Tree, indent: string): string[] {
  if (typeof item === 'string') return [`${indent}- ${quotedText(item)}`];
  const [first, ...rest] = lines(item, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

/** The line over a document that says whose file it is; a reader goes by it. */
export function fileComment(container: string, file: string): string {
  return `${file} of ${container}`;
}

function text({ container, file, tree, variables }: ApplicationSection) {
  const comments = [
    fileComment(container, file),
    ...(variables.length
      ? [`Variables that this container needs besides: ${variables.join(', ')}`]
      : []),
  ];
  return [
    ...comments.map(line => `# ${line}`),
    '',
    ...lines(tree, ''),
    '',
  ].join('\n');
}

/** The files of the components that are configured this way, and all of them as one stream. */
export function writeApplicationYaml(
  values: ConfigSource,
  component: ClientKey | 'all',
): { files: ConfigFile[]; combined: ConfigFile } {
  const files = applicationSections(values, component).map(
    (section): ConfigFile => ({
      path: `${section.container}/${section.file}`,
      mediaType: 'application/yaml',
      content: text(section),
    }),
  );
  return {
    files,
    combined: {
      path: 'application.yaml',
      mediaType: 'application/yaml',
      content: files.map(({ content }) => content).join('---\n'),
    },
  };
}
