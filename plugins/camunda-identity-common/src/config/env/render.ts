import { Document, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { EnvStyle } from '../types';
import { documentText, quoted } from '../yaml';
import type { EnvEntry, EnvSection } from './entries';

const PLAIN = /^[A-Za-z0-9_./:@%+,=~-]*$/;

/**
 * A value of a dotenv file. Readers differ in how they treat quotes, so a value that needs none has none.
 * Single quotes keep `$` from being interpolated; a value with a single quote is written in double quotes
 * with escapes.
 */
function dotenvValue(value: string): string {
  if (PLAIN.test(value)) return value;
  if (!value.includes("'")) return `'${value}'`;
  return `"${value.replace(/([\\"$`])/g, '\\$1')}"`;
}

function secretComment(entry: EnvEntry): string | undefined {
  if (typeof entry.value === 'string' || entry.value.fromEnv) return undefined;
  const { name, key } = entry.value.kubernetesSecret;
  return `Kubernetes Secret "${name}", key "${key}"`;
}

function comments(entry: EnvEntry): string[] {
  return [entry.comment, secretComment(entry)].filter(
    text => text !== undefined,
  );
}

function dotenv(sections: readonly EnvSection[]): string {
  return sections
    .map(section =>
      [
        `# ${section.container}`,
        ...section.comments.map(text => `# ${text}`),
        ...section.entries.flatMap(entry => [
          ...comments(entry).map(text => `# ${text}`),
          `${entry.name}=${
            typeof entry.value === 'string'
              ? dotenvValue(entry.value)
              : `\${${entry.value.variable}}`
          }`,
        ]),
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** In Compose "$" starts an interpolation; "$$" is a dollar sign. */
function composeMap(section: EnvSection): YAMLMap {
  const map = new YAMLMap();
  for (const entry of section.entries) {
    const key = new Scalar(entry.name);
    key.commentBefore =
      comments(entry)
        .map(text => ` ${text}`)
        .join('\n') || undefined;
    map.add({
      key,
      value: quoted(
        typeof entry.value === 'string'
          ? entry.value.replace(/\$/g, '$$$$')
          : `\${${entry.value.variable}}`,
      ),
    });
  }
  return map;
}

function kubernetesList(section: EnvSection): YAMLSeq {
  const list = new YAMLSeq();
  for (const entry of section.entries) {
    const item = new YAMLMap();
    item.commentBefore = entry.comment && ` ${entry.comment}`;
    item.add({ key: 'name', value: entry.name });
    if (typeof entry.value === 'string') {
      // Kubernetes expands $(NAME) in values; "$$" keeps it literal.
      item.add({
        key: 'value',
        value: quoted(entry.value.replace(/\$\(/g, '$$$$(')),
      });
    } else {
      const { name, key } = entry.value.kubernetesSecret;
      const reference = new YAMLMap();
      reference.add({ key: 'name', value: quoted(name) });
      reference.add({ key: 'key', value: quoted(key) });
      const from = new YAMLMap();
      from.add({ key: 'secretKeyRef', value: reference });
      item.add({ key: 'valueFrom', value: from });
    }
    list.add(item);
  }
  return list;
}

function compose(sections: readonly EnvSection[]): string {
  const services = new YAMLMap();
  for (const section of sections) {
    const service = new YAMLMap();
    service.add({ key: 'environment', value: composeMap(section) });
    const key = new Scalar(section.container);
    key.commentBefore =
      section.comments.map(text => ` ${text}`).join('\n') || undefined;
    services.add({ key, value: service });
  }
  const document = new Document();
  document.set('services', services);
  return documentText(document);
}

function kubernetes(sections: readonly EnvSection[]): string {
  return sections
    .map(section => {
      const document = new Document();
      document.commentBefore = [
        ` env of the container ${section.container}`,
        ...section.comments.map(text => ` ${text}`),
      ].join('\n');
      document.set('env', kubernetesList(section));
      return documentText(document);
    })
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
