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

function dotenvLines(section: EnvSection, prefix: string): string {
  return [
    `# ${section.container}`,
    ...section.comments.map(text => `# ${text}`),
    ...section.entries.flatMap(entry => [
      ...comments(entry).map(text => `# ${text}`),
      ...(isReadDifferently(entry.value) ? [`# ${READ_DIFFERENTLY}`] : []),
      `${prefix}${entry.name}=${
        typeof entry.value === 'string'
          ? dotenvValue(entry.value)
          : `\${${entry.value.variable}}`
      }`,
    ]),
    '',
  ].join('\n');
}

function dotenv(sections: readonly EnvSection[]): string {
  return sections.map(section => dotenvLines(section, '')).join('\n');
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

function compose(sections: readonly EnvSection[]): string {
  const services = sections.map(
    section =>
      `${commentLines(section.comments, '  ')}  ${
        section.container
      }:\n    environment:\n${section.entries.map(composeEntry).join('')}`,
  );
  return `services:\n${services.join('')}`;
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

function kubernetes(sections: readonly EnvSection[]): string {
  return sections
    .map(
      section =>
        `${commentLines(
          [`env of the container ${section.container}`, ...section.comments],
          '',
        )}\nenv:\n${section.entries.map(kubernetesEntry).join('')}`,
    )
    .join('---\n');
}

const RENDERERS: Record<
  EnvStyle,
  {
    render(sections: readonly EnvSection[]): string;
    extension: string;
    mediaType: string;
  }
> = {
  dotenv: { render: dotenv, extension: 'env', mediaType: 'text/plain' },
  compose: {
    render: compose,
    extension: 'compose.yaml',
    mediaType: 'application/yaml',
  },
  kubernetes: {
    render: kubernetes,
    extension: 'env.yaml',
    mediaType: 'application/yaml',
  },
};

/** Renders sections in a style. */
export function renderEnv(sections: readonly EnvSection[], style: EnvStyle) {
  const { render, extension, mediaType } = RENDERERS[style];
  return { content: render(sections), extension, mediaType };
}
