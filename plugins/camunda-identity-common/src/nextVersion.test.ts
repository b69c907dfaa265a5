import {
  CAMUNDA_VERSIONS,
  CHART_KEY_RULES,
  GUIDES,
  LIBRARIES,
  NOTICES,
  accessTokenAlgorithms,
  clientsOf,
  componentsOf,
  connectPageUrl,
  docsUrl,
  hasHub,
  hasOrchestrationCluster,
  idTokenAlgorithms,
  isLater,
  libraryOf,
  machineClientFacts,
  newestVersionWith,
  oidcFeatures,
  postLogoutRedirectUris,
  since,
  until,
  type CamundaVersion,
} from './camunda';
import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from './__fixtures__/records';
import {
  compareConfig,
  readConfig,
  upgradeRecord,
  upgradeValues,
  writeConfig,
  type ConfigOptions,
} from './config';
import { DEFAULT_PROVIDER_CONTEXT } from './providers';

/* A version that nobody has described yet, in the list before any other module reads it. */
jest.mock('./camunda/versions', () => {
  const versions = jest.requireActual('./camunda/versions');
  const [major, minor] = versions.CAMUNDA_VERSIONS.at(-1).split('.');
  versions.CAMUNDA_VERSIONS.push(`${major}.${Number(minor) + 1}`);
  return versions;
});

const [NEWEST, NEXT] = CAMUNDA_VERSIONS.slice(-2);
const NUMBER_OF_NEXT = RegExp(`${NEXT.replace('.', '\\.')}(?!\\.?\\d)`, 'g');

/** Output of one version in the words of the other: their numbers and the addresses of their pages differ. */
const alike = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll('docs.camunda.io/docs/next/', 'docs.camunda.io/docs/')
      .replaceAll(NUMBER_OF_NEXT, NEWEST),
  );

it('is the newest one', () => {
  expect(since(NEWEST)).toEqual([NEWEST, NEXT]);
  expect(until('8.6')).toEqual(['8.5', '8.6']);
  expect(isLater(NEXT, NEWEST)).toBe(true);
  expect(isLater(NEWEST, '8.9')).toBe(true);
  expect(isLater(NEWEST, NEWEST)).toBe(false);
  expect(hasOrchestrationCluster(NEXT) && hasHub(NEXT)).toBe(true);
  expect(newestVersionWith(['hub'])).toBe(NEXT);
  expect(docsUrl('connect', NEXT)).toContain('/docs/next/');
});

describe('facts are those of the version before', () => {
  const guide = (version: CamundaVersion) =>
    Object.values(GUIDES).map(({ steps }) =>
      steps.filter(
        ({ versions }: { versions?: readonly CamundaVersion[] }) =>
          !versions || versions.includes(version),
      ),
    );
  const rows = (
    facts: ReadonlyArray<{ versions?: readonly CamundaVersion[] }>,
    version: CamundaVersion,
  ) => facts.filter(({ versions }) => !versions || versions.includes(version));
  const FACTS: Record<string, (version: CamundaVersion) => unknown> = {
    components: componentsOf,
    features: oidcFeatures,
    guides: guide,
    notices: version => rows(NOTICES, version),
    libraries: version => rows(LIBRARIES, version),
    'library of each client': version =>
      clientsOf(version).map(({ key }) => libraryOf(key, version)),
    algorithms: version => [
      accessTokenAlgorithms(version),
      idTokenAlgorithms(version),
    ],
    'chart key rules': version => rows(CHART_KEY_RULES, version),
    'logout addresses': version =>
      clientsOf(version).map(facts =>
        postLogoutRedirectUris(facts, 'https://camunda.example.com', version),
      ),
    'machine clients': version =>
      JSON.stringify(machineClientFacts('worker')).includes(version),
    pages: connectPageUrl,
  };

  it.each(Object.keys(FACTS))('%s', name => {
    const next = FACTS[name](NEXT);
    expect(alike(next)).toEqual(alike(FACTS[name](NEWEST)));
    expect(JSON.stringify(next)).not.toMatch(/^(\[\]|false|"")$/);
  });
});

const FORMS: ConfigOptions[] = [
  { format: 'helm' },
  { format: 'env', style: 'dotenv' },
  { format: 'env', style: 'compose' },
  { format: 'env', style: 'kubernetes' },
  { format: 'application-yaml' },
  { format: 'kubernetes-secret' },
];

describe.each([
  ['generic', genericRecord],
  ['microsoft', microsoftRecord],
])('a record at a %s provider', (_, record) => {
  const before = inVersion(record(), NEWEST);
  const after = inVersion(record(), NEXT);
  const written = (of: typeof before, options: ConfigOptions) =>
    writeConfig(of, DEFAULT_PROVIDER_CONTEXT, options);

  it.each(FORMS)(
    'is written as in the version before: $format $style',
    options => {
      expect(alike(written(after, options))).toEqual(
        alike(written(before, options)),
      );
    },
  );

  it.each(FORMS)(
    'is read as in the version before: $format $style',
    options => {
      const { content } = written(before, options).combined;
      const { format } = options;
      const read = (camundaVersion: CamundaVersion) =>
        readConfig(
          { format, content, camundaVersion },
          DEFAULT_PROVIDER_CONTEXT,
        );
      expect(alike(read(NEXT))).toEqual(alike(read(NEWEST)));
      const compare = (of: typeof before) =>
        compareConfig(of, DEFAULT_PROVIDER_CONTEXT, { format, content });
      expect(alike(compare(after))).toEqual(alike(compare(before)));
    },
  );

  it('a file of 8.7 gets the findings that it gets in the version before', () => {
    const { content } = written(record(), { format: 'helm' }).combined;
    const read = (camundaVersion: CamundaVersion) =>
      readConfig(
        { format: 'helm', content, camundaVersion },
        DEFAULT_PROVIDER_CONTEXT,
      );
    expect(read(NEXT).findings.length).toBeGreaterThan(0);
    expect(alike(read(NEXT))).toEqual(alike(read(NEWEST)));
  });

  it('an upgrade from the version before changes nothing', () => {
    const { content } = written(before, { format: 'helm' }).combined;
    const upgraded = upgradeValues({ from: NEWEST, to: NEXT, content });
    expect(upgraded.changes).toEqual([]);
    expect(upgraded.content).toBe(content);
    expect(upgradeRecord(before, NEXT)).toEqual({
      camundaVersion: NEXT,
      components: before.components,
      questions: [],
    });
  });

  it.each(['8.7', '8.8', '8.9'] as const)(
    'an upgrade from %s is the one to the version before',
    from => {
      const old = inVersion(record(), from);
      const { content } = written(old, { format: 'helm' }).combined;
      const upgrade = (to: CamundaVersion) => [
        upgradeValues({ from, to, content }),
        upgradeRecord(old, to),
      ];
      expect(alike(upgrade(NEXT))).toEqual(alike(upgrade(NEWEST)));
    },
  );
});
