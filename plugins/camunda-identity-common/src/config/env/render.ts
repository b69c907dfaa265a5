import type { EnvStyle } from '../types';
import { quotedText } from '../yaml';
import {
  dotenvValue,
  isReadDifferently,
  READ_DIFFERENTLY,
} from './dotenvValue';
import { containerPrefix } from './containerPrefix';
import type { EnvEntry, EnvSection } from './entries';
import { secretComment } from './secretComment';

function comments({ comment, value }: EnvEntry): string[] {
  const reference =
    typeof value === 'string' || value.fromEnv
      ? undefined
      : secretComment(value.kubernetesSecret);
  return [comment, reference].filter(text => text !== undefined);
}

/** The lines of a container; the names of its variables begin with `prefix`. */
function dotenvLines(section: EnvSection, prefix: string): string {
  let text = `# ${section.container}\n`;
  for (const comment of section.comments) text += `# ${comment}\n`;
  for (const entry of section.entries) {
    const { name, value } = entry;
    for (const comment of comments(entry)) text += `# ${comment}\n`;
    if (isReadDifferently(value)) text += `# ${READ_DIFFERENTLY}\n`;
    text += `${prefix}${name}=${
      typeof value === 'string' ? dotenvValue(value) : `\${${value.variable}}`
    }\n`;
  }
  return text;
}

/** All containers in one dotenv file, in which no name stands twice. */
export function renderPrefixedDotenv(sections: readonly EnvSection[]): string {
  const head = [
    '# Containers have names in common with different values: each name here begins with its container and "__".',
    '# What a container gets is the name behind that; the files <container>.env have it so.',
    '',
    '',
  ].join('\n');
  return `${head}${sections
    .map(section => dotenvLines(section, containerPrefix(section.container)))
    .join('\n')}`;
}

/** A Compose file that gives each service its own dotenv file. */
export function renderEnvFiles(sections: readonly EnvSection[]): string {
  const services = sections.map(
    ({ container }) =>
      `  ${container}:\n    env_file:\n      - ./${container}.env\n`,
  );
  return `services:\n${services.join('')}`;
}

/** Comment lines at an indentation. */
function commentLines(texts: readonly string[], indent: string): string {
  if (texts.length === 0) return '';
  return texts
    .flatMap(text => text.split('\n'))
    .map(text => `${indent}# ${text}\n`)
    .join('');
}

/** In Compose "$" starts an interpolation; "$$" is a dollar sign. */
function composeEntry(entry: EnvEntry): string {
  const value =
    typeof entry.value === 'string'
      ? entry.value.replace(/\$/g, '$$$$')
      : `\${${entry.value.variable}}`;
  const indent = '      ';
  return `${commentLines(comments(entry), indent)}${indent}${
    entry.name
  }: ${quotedText(value)}\n`;
}

function composePart(section: EnvSection): string {
  return `${commentLines(section.comments, '  ')}  ${
    section.container
  }:\n    environment:\n${section.entries.map(composeEntry).join('')}`;
}

/** Kubernetes expands $(NAME) in values, and "$$" is a dollar sign. */
function kubernetesEntry(entry: EnvEntry): string {
  const head = `${commentLines(
    entry.comment ? [entry.comment] : [],
    '  ',
  )}  - name: ${entry.name}\n`;
  if (typeof entry.value === 'string')
    return `${head}    value: ${quotedText(
      entry.value.replace(/\$/g, '$$$$'),
    )}\n`;
  const { name, key } = entry.value.kubernetesSecret;
  return `${head}    valueFrom:
      secretKeyRef:
        name: ${quotedText(name)}
        key: ${quotedText(key)}
`;
}

function kubernetesPart(section: EnvSection): string {
  return `${commentLines(
    [`env of the container ${section.container}`, ...section.comments],
    '',
  )}\nenv:\n${section.entries.map(kubernetesEntry).join('')}`;
}

const COMPOSE_HEAD = `# Beside your own file: docker compose -f compose.yaml -f <this file> up
# Services of one name are put together, so each name here has to be that of your service.
`;

/** How a style writes a container, and a file of one or several. */
export interface EnvForm {
  part(section: EnvSection): string;
  file(parts: readonly string[]): string;
  extension: string;
  mediaType: string;
}

/** A container is written once: its own file and the one with all of them have the same part. */
export const ENV_FORMS: Record<EnvStyle, EnvForm> = {
  dotenv: {
    part: section => dotenvLines(section, ''),
    file: parts => parts.join('\n'),
    extension: 'env',
    mediaType: 'text/plain',
  },
  compose: {
    part: composePart,
    file: parts => `${COMPOSE_HEAD}services:\n${parts.join('')}`,
    extension: 'compose.yaml',
    mediaType: 'application/yaml',
  },
  kubernetes: {
    part: kubernetesPart,
    file: parts => parts.join('---\n'),
    extension: 'env.yaml',
    mediaType: 'application/yaml',
  },
};
