import { CAMUNDA_VERSIONS, type CamundaVersion } from '../../camunda';
import { camundaVersionOfChart } from '../../camunda/charts/chartMajor';
import { finding, type Finding } from '../../checks';
import type { Source } from './sources/Source';
import type { FileKey } from './types';

/** A version of Camunda that a file names, by its chart or by an image. */
export interface PinnedVersion {
  /** `8.7`; also one that is not described, such as 8.4. */
  minor: string;
  /** What says so: `chart 12.0.0`, `global.image.tag: 8.7.3`. */
  what: string;
  line: number;
}

/** Characters of a version or an image that are shown. */
const SHOWN = 100;

const MINOR = /^v?(8\.\d{1,3})(\.|-|$)/;

/** Images of the components, of Camunda's registry or of a mirror of it. */
const IMAGE =
  /(?:^|\/)(?:camunda|zeebe|operate|tasklist|optimize|identity|console|connectors(?:-bundle)?|web-modeler-\w+|hub|hub-restapi):([\w.-]{1,100})(?:@|$)/;

const SECTIONS =
  /^(global|identity|zeebe|zeebeGateway|operate|tasklist|optimize|console|connectors|webModeler|camundaHub|orchestration)$/;

/** Tags of images in the values of a chart, with the dotted path of each. */
export function pinnedTags(
  keys: readonly FileKey[],
): Array<PinnedVersion & { path: string }> {
  return keys.flatMap(({ path, value, line }) => {
    if (typeof value !== 'string') return [];
    const minor = MINOR.exec(value)?.[1];
    return minor &&
      path.length <= 4 &&
      path.at(-1) === 'tag' &&
      path.at(-2) === 'image' &&
      SECTIONS.test(path[0])
      ? [
          {
            minor,
            what: `${path.join('.')}: ${value}`.slice(0, SHOWN),
            line,
            path: path.join('.'),
          },
        ]
      : [];
  });
}

function pinnedImages(keys: readonly FileKey[]): PinnedVersion[] {
  const seen = new Set<string>();
  return keys.flatMap(({ image, line }): PinnedVersion[] => {
    if (!image || seen.has(image)) return [];
    seen.add(image);
    const minor = MINOR.exec(IMAGE.exec(image)?.[1] ?? '')?.[1];
    return minor
      ? [{ minor, what: `image ${image.slice(0, SHOWN)}`, line }]
      : [];
  });
}

/** Every version of Camunda that a file names. */
export function pinnedVersions(sources: readonly Source[]): PinnedVersion[] {
  const charts = new Map<string, PinnedVersion>();
  for (const { chart } of sources) {
    const minor = chart && camundaVersionOfChart(chart.version);
    if (minor)
      charts.set(chart.version, {
        minor,
        what: `chart ${chart.version}`,
        line: chart.line,
      });
  }
  return [
    ...charts.values(),
    ...sources.flatMap(({ form, keys }) =>
      form === 'helm'
        ? pinnedTags(keys).map(({ path: _, ...pinned }) => pinned)
        : pinnedImages(keys),
    ),
  ];
}

/** The file is of another version than the one that it is held against. */
export function versionFindings(
  sources: readonly Source[],
  version: CamundaVersion,
): Finding[] {
  const others = pinnedVersions(sources).filter(
    ({ minor }) => minor !== version,
  );
  const [first] = others;
  if (!first) return [];
  const known = (CAMUNDA_VERSIONS as readonly string[]).includes(first.minor);
  return [
    finding(
      'config.other-version',
      'warn',
      { kind: 'record' },
      {
        message: `The file names Camunda ${others
          .slice(0, 5)
          .map(({ minor, what, line }) => `${minor} (${what}, line ${line})`)
          .join(', ')}${
          others.length > 5 ? ` and ${others.length - 5} more` : ''
        }; it was read as one of ${version}, whose keys and defaults are others`,
        remedy: known
          ? `Read it as ${first.minor}. To get to ${version}, upgrade the file, and with it the version of the chart and the images.`
          : 'Set the version of the chart and the images to one that is described here.',
        evidence: {
          line: first.line,
          versions: others.slice(0, 50).map(({ what }) => what),
        },
      },
    ),
  ];
}
