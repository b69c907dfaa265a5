import { isMap, isSeq } from 'yaml';
import type { CamundaVersion } from '../../../camunda';
import type { ConfigFormat } from '../../types';
import { containerOfSection } from '../components';
import { parseYaml, scalarText } from '../parseYaml';
import { parseDotenv } from '../parseDotenv';
import { UnreadableConfigError, type FileKey } from '../types';
import { assignmentsKind, parseProperties } from './assignments';
import { findContainers, type ConfigMaps } from './containers';
import { keysOfPart, type InnerText } from './keysOf';
import { scoreAsApplication, scoreAsValues } from './score';
import type { Part, Source } from './Source';
import {
  itemsOf,
  member,
  pairsOf,
  resolved,
  textOf,
  Visits,
} from './yamlNodes';

/** Texts within texts: a ConfigMap in a chart's values is as deep as it gets. */
const MAX_DEPTH = 3;

/** What the reader of a file knows before it looks. */
export interface Reading {
  version: CamundaVersion;
  /** What the caller takes the file for; decides only where the file could be either. */
  format: ConfigFormat;
  maps: ConfigMaps;
}

function shifted(keys: readonly FileKey[], offset: number): FileKey[] {
  return keys.map(key => ({ ...key, line: key.line + offset }));
}

/** Sources of a text within a text: what is in them cannot be rewritten in place. */
function nested(sources: readonly Source[]): Source[] {
  return sources.map(source => ({ ...source, nested: true }));
}

/** A text of a ConfigMap, an Argo CD Application and the like, as the file that it is. */
function innerSources(
  { text, offset, path }: InnerText,
  part: Part,
  reading: Reading,
): Source[] {
  if (part.depth >= MAX_DEPTH) return [];
  const place = `${part.place ? `${part.place}, ` : ''}${path.join('.')}`;
  const kind = assignmentsKind(text);
  if (kind === 'properties') {
    const keys = shifted(parseProperties(text), offset);
    return scoreAsApplication(keys, reading.version) > 0
      ? [{ form: 'application-yaml', place, keys }]
      : [];
  }
  try {
    if (kind === 'dotenv')
      return [
        {
          form: 'env',
          style: 'dotenv',
          place,
          keys: shifted(parseDotenv(text), offset),
        },
      ];
    return nested(
      parseYaml(text).flatMap(file =>
        documentSources(
          {
            file,
            node: file.document.contents,
            offset,
            place,
            prefix: [],
            depth: part.depth + 1,
          },
          reading,
        ),
      ),
    );
  } catch (error) {
    // A text that is no configuration: a script, a certificate.
    if (error instanceof UnreadableConfigError) return [];
    throw error;
  }
}

/** `data` of a ConfigMap: files, or variables. */
function dataSources(part: Part, data: unknown, reading: Reading): Source[] {
  const { keys, texts } = keysOfPart({ ...part, node: data });
  const files = new Set(texts.map(({ path }) => path.join('.')));
  const variables = keys.filter(
    ({ path }) => /^[A-Za-z_]\w*$/.test(path[0]) && !files.has(path.join('.')),
  );
  const name = textOf(part.file, part.node, 'metadata', 'name');
  return [
    ...texts.flatMap(text => innerSources(text, part, reading)),
    ...(variables.length && !reading.maps.has(name)
      ? [
          {
            form: 'env' as const,
            style: 'kubernetes' as const,
            place: part.place,
            keys: variables.map(key => ({ ...key, container: name })),
          },
        ]
      : []),
  ];
}

/** `orchestration.extraConfiguration`: an application.yaml within the values. */
function applicationFiles(
  text: InnerText,
  depth: number,
  part: Part,
  reading: Reading,
): Source[] {
  const path = text.path.slice(depth);
  const at = path.findIndex(name =>
    /^(extraConfiguration|configuration|overrideConfiguration)(\[\d+\])?$/.test(
      name,
    ),
  );
  const container =
    at > 0 && containerOfSection(path.slice(0, at).join('.'), reading.version);
  if (!container) return [];
  return innerSources(text, part, { ...reading, format: 'application-yaml' })
    .filter(({ form }) => form === 'application-yaml')
    .map(source => ({ ...source, container }));
}

/** Values or properties, whichever fit better; what the caller said decides where both do. */
function plainSources(part: Part, reading: Reading): Source[] {
  const { version, format } = reading;
  const { keys, texts } = keysOfPart(part);
  const values = scoreAsValues(keys, version);
  const application = scoreAsApplication(keys, version);
  if (values.score === 0 && application === 0) {
    const inner = texts.flatMap(text => innerSources(text, part, reading));
    if (inner.length) return inner;
    const given =
      format === 'helm' || format === 'application-yaml' ? format : undefined;
    return given && keys.length && !part.place
      ? [{ form: given, place: part.place, keys }]
      : [];
  }
  const asValues =
    format === 'application-yaml'
      ? values.score > 2 * application
      : values.score >= application || (format === 'helm' && values.score > 0);
  if (!asValues)
    return [
      {
        form: 'application-yaml',
        place: part.place,
        keys,
        container: part.depth ? undefined : commentedContainer(part),
      },
    ];
  const { prefix } = values;
  const under = prefix.join('.');
  const files = texts
    .filter(({ path }) => prefix.every((name, at) => path[at] === name))
    .flatMap(text => applicationFiles(text, prefix.length, part, reading));
  if (prefix.length === 0)
    return [{ form: 'helm', place: part.place, keys }, ...files];
  return [
    ...files,
    {
      form: 'helm',
      place: [part.place, under].filter(Boolean).join(', '),
      prefix: [...part.prefix, ...prefix],
      keys: keys.flatMap((key): FileKey[] => {
        if (prefix.every((name, at) => key.path[at] === name))
          return [{ ...key, path: key.path.slice(prefix.length) }];
        // Helm hands `global` of a parent chart down to the charts in it.
        return key.path[0] === 'global' && prefix.length === 1 ? [key] : [];
      }),
    },
  ];
}

/** Parameters of an Argo CD Application: `name: global.identity.auth.issuer`. */
function parameters(part: Part, helm: unknown): Source[] {
  const { file, offset } = part;
  const keys = itemsOf(file, member(file, helm, 'parameters')).map(item => ({
    path: textOf(file, item, 'name').split('.'),
    value: textOf(file, item, 'value'),
    line: file.lineOf(item) + offset,
  }));
  return keys.length
    ? [{ form: 'helm', place: `${part.place}, helm.parameters`, keys }]
    : [];
}

/** Every `helm` section of an Argo CD Application or ApplicationSet. */
function argoSources(part: Part, reading: Reading): Source[] {
  const { file } = part;
  const found: Source[] = [];
  const visits = new Visits();
  const walk = (node: unknown, path: string[]) => {
    visits.count(path.length);
    const inner = resolved(file, node);
    if (isSeq(inner))
      inner.items.forEach((item, i) =>
        walk(item, [...path.slice(0, -1), `${path.at(-1)}[${i}]`]),
      );
    if (!isMap(inner)) return;
    for (const { name, value } of pairsOf(file, inner)) {
      const here = [...path, name];
      if (name !== 'helm') {
        walk(value, here);
        continue;
      }
      found.push(
        ...helmMembers(part, value, here, reading),
        ...parameters(part, value),
      );
    }
  };
  walk(member(file, part.node, 'spec'), ['spec']);
  return found;
}

/** `values` as a map or a text, under whichever name. */
function helmMembers(
  part: Part,
  node: unknown,
  path: readonly string[],
  reading: Reading,
): Source[] {
  return ['valuesObject', 'values', 'valuesContent', 'valuesInline'].flatMap(
    name => {
      const values = member(part.file, node, name);
      if (values === undefined || values === null) return [];
      const place = `${part.place}, ${[...path, name].join('.')}`;
      if (isMap(values))
        return valuesOf(
          {
            ...part,
            node: values,
            place,
            prefix: [...part.prefix, ...path, name],
          },
          reading,
        );
      const { text } = scalarText(values);
      const holder = keysOfPart({ ...part, node });
      const inner = holder.texts.find(entry => entry.path[0] === name);
      return text && inner
        ? innerSources({ ...inner, path: [...path, name] }, part, {
            ...reading,
            format: 'helm',
          })
        : [];
    },
  );
}

/** Values that certainly are some, whatever stands in them. */
function valuesOf(part: Part, reading: Reading): Source[] {
  const sources = plainSources(part, { ...reading, format: 'helm' });
  return sources.length
    ? sources.map(source => ({ prefix: part.prefix, ...source }))
    : [
        {
          form: 'helm',
          place: part.place,
          prefix: part.prefix,
          keys: keysOfPart(part).keys,
        },
      ];
}

/** What a document holds of a configuration. */
export function documentSources(part: Part, reading: Reading): Source[] {
  const { file } = part;
  const node = resolved(file, part.node);
  if (isSeq(node)) return findContainers({ ...part, node }, reading.maps);
  if (!isMap(node)) return [];
  const kind = textOf(file, node, 'kind');
  const name = textOf(file, node, 'metadata', 'name');
  if (!kind) {
    if (
      isSeq(member(file, node, 'env')) ||
      isMap(member(file, node, 'services')) ||
      isSeq(member(file, node, 'containerDefinitions')) ||
      isSeq(member(file, node, 'spec', 'containers')) ||
      isSeq(member(file, node, 'spec', 'template', 'spec', 'containers'))
    ) {
      const found = findContainers(
        { ...part, node },
        reading.maps,
        hintOf(part),
      );
      if (found.length) return found;
    }
    return plainSources({ ...part, node }, reading);
  }
  const here: Part = {
    ...part,
    node,
    place: [part.place, `${kind}${name ? ` ${name}` : ''}`]
      .filter(Boolean)
      .join(', '),
  };
  if (/List$/.test(kind) && isSeq(member(file, node, 'items')))
    return itemsOf(file, member(file, node, 'items')).flatMap((item, index) =>
      documentSources(
        { ...part, node: item, prefix: [...part.prefix, `items[${index}]`] },
        reading,
      ),
    );
  if (/^Application(Set)?$/.test(kind)) return argoSources(here, reading);
  if (kind === 'ConfigMap' || kind === 'Secret') {
    const sources = ['data', 'stringData'].flatMap(data =>
      dataSources(here, member(file, node, data), reading),
    );
    return kind === 'Secret'
      ? sources.filter(({ form }) => form !== 'env')
      : sources;
  }
  const spec = member(file, node, 'spec');
  const released = helmMembers(here, spec, ['spec'], reading);
  if (released.length) return released;
  const containers = findContainers(here, reading.maps);
  return containers.length ? containers : plainSources(here, reading);
}

/** What the writer puts over a document: `application.yaml of operate`. */
const FILE_COMMENT = /^ ?[\w.-]+\.ya?ml of ([a-z0-9-]+)$/m;

function commentOf({ file }: Part): string {
  const { contents, commentBefore } = file.document;
  return [
    commentBefore,
    (contents as { commentBefore?: string } | null)?.commentBefore,
  ].join('\n');
}

function commentedContainer(part: Part): string | undefined {
  return FILE_COMMENT.exec(commentOf(part))?.[1];
}

/** The comment with which the writer names the container of a bare `env:`. */
function hintOf(part: Part): string | undefined {
  return /env of the container (\S+)/.exec(commentOf(part))?.[1];
}
