import fc from 'fast-check';
import { parseAllDocuments, parseDocument } from 'yaml';
import { CAMUNDA_VERSIONS } from '../../camunda';
import { chartKey } from '../../camunda/charts/chartKeyTree';
import {
  propertiesOfPath,
  propertiesOfVariable,
} from '../../camunda/properties/lookup';
import { canonicalProperty } from '../../camunda/properties/spellings';
import { DEFAULT_PROVIDER_CONTEXT } from '../../providers';
import { compareConfig } from '../compare/compareConfig';
import type { ConfigFormat } from '../types';
import { upgradeValues } from '../upgrade/upgradeValues';
import {
  CASES,
  findingsOf,
  leaves,
  misspelled,
  nameOf,
  news,
  recordOf,
  renamed,
  valueAt,
  without,
  written,
  type Case,
  type Path,
} from '../__testUtils__/mutate';
import { containerOf } from './components';
import { readConfig } from './readConfig';

/*
 * Correct files with one thing wrong: whatever it is, the reader names it. What is written is taken for correct,
 * which charts.test.ts and readConfig.test.ts hold.
 */
const RUNS = Math.ceil(Number(process.env.PROPERTY_RUNS ?? 1000) / 10);

/** Without one of these everything still works, for the reason beside it. */
const NOT_NEEDED: ReadonlyArray<[name: RegExp, reason: string]> = [
  [/auth\.identity\.redirectUrl$/, 'on the page; no template reads it'],
  [/auth\.console\.redirectUrl$/, 'only a Keycloak that Identity runs gets it'],
  [
    /connectors\.security\.authentication\.oidc\.audience$/,
    'the chart takes the cluster’s, which it is',
  ],
  [
    /camundaHub\.(client|public)ApiAudience$/,
    'that of webModeler stands, whose default it is',
  ],
  [/USERNAMECLAIM$|token\.username-claim$/, 'the name on the screen only'],
  [/SAME_?SITE_ENABLED|same-site/, 'as in the chart; no sign-in turns on it'],
  [/connectors OPERATE_CLIENT_SCOPE$/, 'nothing known of 8.6 reads it'],
];

/** One says what the other says: both have to go before anything is missing. */
const TWINS: ReadonlyArray<readonly [RegExp, string]> = [
  [/auth\.issuer$/, 'publicIssuerUrl'],
  [/auth\.publicIssuerUrl$/, 'issuer'],
  [/auth\.tokenUrl$/, 'issuer'],
  [/identity CAMUNDA_IDENTITY_BASE_URL$/, 'IDENTITY_URL'],
  [/identity IDENTITY_URL$/, 'CAMUNDA_IDENTITY_BASE_URL'],
  [/AUTH_ISSUER$/, 'CAMUNDA_CLIENT_AUTH_TOKENURL'],
  [/AUTH_TOKENURL$/, 'CAMUNDA_CLIENT_AUTH_ISSUER'],
  [
    /(operate|tasklist) \w+_JWT_ISSUER_URI$/,
    'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI',
  ],
  [
    /(hub|restapi|operate|tasklist) \w+_JWT_JWK_?SET_?URI$/,
    'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_?URI',
  ],
  [
    /restapi (CAMUNDA_IDENTITY_ISSUER|CAMUNDA_IDENTITY_ISSUERBACKENDURL|CAMUNDA_MODELER_SECURITY_JWT_ISSUER_BACKENDURL)$/,
    'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI',
  ],
  // Connectors of 8.7 ask for a token of Operate's by either.
  [
    /connectors CAMUNDA_IDENTITY_(TYPE|ISSUER|ISSUER_BACKEND_URL)$/,
    'OPERATE_CLIENT_AUTHURL',
  ],
  [/connectors CAMUNDA_IDENTITY_BASEURL$/, 'OPERATE_CLIENT_BASEURL'],
  [/connectors CAMUNDA_IDENTITY_CLIENT_ID$/, 'OPERATE_CLIENT_CLIENTID'],
  [/connectors CAMUNDA_IDENTITY_CLIENT_SECRET$/, 'OPERATE_CLIENT_CLIENTSECRET'],
  [/connectors CAMUNDA_IDENTITY_AUDIENCE$/, 'OPERATE_CLIENT_AUDIENCE'],
];

const isNotNeeded = (name: string) =>
  NOT_NEEDED.some(([pattern]) => pattern.test(name));

const twinOf = (name: string) =>
  TWINS.find(([pattern]) => pattern.test(name))?.[1];

const asText = (value: unknown) =>
  [value]
    .flat()
    .map(item => String(item).trim())
    .join(',')
    .replace(/\s/g, '');

/** The value is what stands without the key, too. */
function isDefault(value: unknown, fallbacks: readonly unknown[]): boolean {
  return fallbacks.some(
    fallback => fallback !== undefined && asText(fallback) === asText(value),
  );
}

/** A default that only the record tells to be another: an audience of a provider that gives any. */
function isDifference(
  of: Case,
  format: ConfigFormat,
  content: string,
  name: string,
): boolean {
  if (of[1] !== 'GENERIC' || !/audience|AUDIENCE/i.test(name)) return false;
  const { differences } = compareConfig(
    recordOf(of),
    DEFAULT_PROVIDER_CONTEXT,
    { format, content },
  );
  return differences.some(({ key }) => key === name);
}

/** `existingSecret.name` is asked for as `existingSecret`, a variable by its name. */
function names(said: readonly string[], name: string): boolean {
  const last = name.split('.').at(-1)!;
  return said.some(
    text =>
      /^config\.(unset-key|preset-audience)/.test(text) &&
      [name, name.replace(/\.name$/, ''), last.length > 12 ? last : name].some(
        part => text.includes(part),
      ),
  );
}

it.each(CASES)('Helm %s %s: a needed key that is dropped is named', (...of) => {
  const { content } = written(of, { format: 'helm' }).combined;
  const document = parseDocument(content, { version: '1.1' });
  const paths = leaves(document.contents);
  const silent = paths.flatMap(path => {
    const name = nameOf(document, path);
    const value = valueAt(document, path);
    const inherited =
      name.endsWith('oidc.scope') && of[1] === 'GENERIC'
        ? 'openid,profile'
        : undefined;
    if (
      isNotNeeded(name) ||
      isDefault(value, [
        chartKey(path.map(String), of[0]).default ?? undefined,
        inherited,
      ])
    )
      return [];
    const twin = twinOf(name);
    const pair = paths.filter(other => twin && other.at(-1) === twin);
    const said = news(of, 'helm', content, without(content, path, ...pair));
    return names(said, name) ||
      (pair.length && said.length) ||
      isDifference(of, 'helm', without(content, path), name)
      ? []
      : [name];
  });
  expect(silent).toEqual([]);
});

/** Lines of a Compose file: the variables of each service. */
function variablesOf(content: string) {
  let service = '';
  return content.split('\n').flatMap((line, at) => {
    service = /^ {2}([a-z-]+):$/.exec(line)?.[1] ?? service;
    const [, name, value] =
      /^ {6}"?([A-Z][A-Z0-9_]+)"?: ?(.*)$/.exec(line) ?? [];
    return name ? [{ service, name, value: value.replace(/"/g, ''), at }] : [];
  });
}

it.each(CASES)(
  'Variables %s %s: a needed one that is dropped is named',
  (...of) => {
    const { content } = written(of, {
      format: 'env',
      style: 'compose',
    }).combined;
    const lines = content.split('\n');
    const variables = variablesOf(content);
    const silent = variables.flatMap(({ service, name, value, at }) => {
      const id = `${service} ${name}`;
      const own = propertiesOfVariable(name, of[0]).filter(
        property => containerOf(property) === service,
      );
      if (
        isNotNeeded(id) ||
        isDefault(
          value,
          own.map(property => property.default),
        )
      )
        return [];
      const twin = twinOf(id);
      const dropped = new Set([
        at,
        ...variables
          .filter(
            other =>
              twin &&
              other.service === service &&
              new RegExp(`^${twin}$`).test(other.name),
          )
          .map(other => other.at),
      ]);
      const rest = lines.filter((_, index) => !dropped.has(index)).join('\n');
      const said = news(of, 'env', content, rest);
      // By whichever of its spellings.
      return said.some(text =>
        /^config\.(unset-key|preset-audience)/.test(text),
      ) || isDifference(of, 'env', rest, name)
        ? []
        : [id];
    });
    expect(silent).toEqual([]);
  },
);

it.each(CASES)('Helm %s %s: a misspelled key is named', (...of) => {
  const { content } = written(of, { format: 'helm' }).combined;
  const document = parseDocument(content, { version: '1.1' });
  const paths = leaves(document.contents).filter(
    path => !path.some(name => typeof name === 'number'),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      fc.nat(5),
      fc.nat(40),
      (path, depth, letter) => {
        const at = path.length - 1 - (depth % path.length);
        const wrong = misspelled(String(path[at]), letter);
        const name = [...path.slice(0, at), wrong].join('.');
        // A name with a letter less may be another key's.
        fc.pre(
          wrong.length > 1 && !document.hasIn([...path.slice(0, at), wrong]),
        );
        const said = news(
          of,
          'helm',
          content,
          renamed(content, path, at, wrong),
        );
        expect([name, said.join('\n')]).toEqual([
          name,
          expect.stringMatching(
            new RegExp(
              `unknown-key ${name.replace(/[.[\]]/g, '\\$&')}.*nearest`,
            ),
          ),
        ]);
      },
    ),
    { numRuns: RUNS },
  );
});

it.each(CASES)('Variables %s %s: a misspelled one is named', (...of) => {
  const { content } = written(of, { format: 'env', style: 'compose' }).combined;
  const variables = variablesOf(content);
  fc.assert(
    fc.property(
      fc.constantFrom(...variables),
      fc.nat(60),
      (variable, letter) => {
        const { name, service, at } = variable;
        const wrong = misspelled(name.replace(/_\d+$/, ''), letter);
        const isSpelling = propertiesOfVariable(wrong, 'any').some(
          property => containerOf(property) === service,
        );
        fc.pre(!isSpelling && !variables.some(other => other.name === wrong));
        const copy = content
          .split('\n')
          .map((line, index) =>
            index === at ? line.replace(name, wrong) : line,
          )
          .join('\n');
        const said = news(of, 'env', content, copy);
        expect([wrong, said.join('\n')]).toEqual([
          wrong,
          expect.stringMatching(/config\.(unknown-key|unset-key|ignored-key)/),
        ]);
      },
    ),
    { numRuns: RUNS },
  );
});

it.each(CASES)('Properties %s %s: a misspelled one is named', (...of) => {
  const { files } = written(of, { format: 'application-yaml' });
  const places = files.flatMap(({ content }) =>
    leaves(parseDocument(content, { version: '1.1' }).contents).map(
      path => [content, path] as [string, Path],
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.nat(5),
      fc.nat(40),
      ([content, path], depth, letter) => {
        const at = path.length - 1 - (depth % path.length);
        const right = String(path[at]);
        const wrong = misspelled(right, letter);
        const name = [...path.slice(0, at), wrong].join('.');
        fc.pre(wrong.length > 1 && !/\[\d/.test(name));
        // client-id, clientId and clientid are one.
        fc.pre(canonicalProperty(wrong) !== canonicalProperty(right));
        fc.pre(
          propertiesOfPath([...path.map(String).slice(0, at), wrong], 'any')
            .length === 0,
        );
        const copy = renamed(content, path, at, wrong);
        const said = news(of, 'application-yaml', content, copy);
        expect([name, said.join('\n')]).toEqual([
          name,
          expect.stringMatching(/config\.(unknown-key|unset-key|ignored-key)/),
        ]);
      },
    ),
    { numRuns: RUNS },
  );
});

it.each(CASES)('%s %s: what is written is in order', (...of: Case) => {
  for (const options of [
    { format: 'helm' },
    { format: 'env', style: 'compose' },
    { format: 'env', style: 'kubernetes' },
    { format: 'application-yaml' },
  ] as const)
    for (const { path, content } of [
      written(of, options).combined,
      ...written(of, options).files,
    ]) {
      const faults = findingsOf(of, options.format, content).filter(
        ({ result, code }) =>
          result !== 'info' &&
          // Says so itself: nothing of the record, nor of the provider, tells the address.
          code !== 'config.placeholder',
      );
      expect([path, faults]).toEqual([path, []]);
    }
});

it.each(CASES)(
  '%s %s: moved into a wrapper, the file says the same',
  (...of) => {
    const { content } = written(of, { format: 'helm' }).combined;
    const inside = content.replace(/^(?=.)/gm, '    ');
    const read = (text: string) =>
      readConfig(
        { format: 'helm', content: text, camundaVersion: of[0] },
        DEFAULT_PROVIDER_CONTEXT,
      );
    const wrapped = read(
      `kind: HelmRelease\nmetadata:\n  name: c\nspec:\n  values:\n${inside}`,
    );
    expect(wrapped.values).toEqual(read(content).values);
    expect(wrapped.findings.map(({ code }) => code)).toContain(
      'config.wrapped',
    );
  },
);

const OLD: Array<[string, string, Case[0]]> = [
  ['CAMUNDA_IDENTITY_BASE_URL', 'CAMUNDA_IDENTITY_BASEURL', '8.7'],
  [
    'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
    'CAMUNDA_IDENTITY_ISSUERBACKENDURL',
    '8.8',
  ],
  [
    'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_USERNAMECLAIM',
    'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_USERNAME_CLAIM',
    '8.9',
  ],
];

it.each(OLD)('%s in an older spelling says the same', (name, old, version) => {
  const of: Case = [version, 'GENERIC'];
  const { content } = written(of, { format: 'env', style: 'compose' }).combined;
  const copy = content.split(name).join(old);
  expect(copy).not.toBe(content);
  expect(news(of, 'env', content, copy)).toEqual([]);
});

const PAIRS = CAMUNDA_VERSIONS.flatMap((from, index) =>
  CAMUNDA_VERSIONS.slice(index + 1).flatMap(to =>
    (['GENERIC', 'MICROSOFT'] as const).map(type => [from, to, type] as const),
  ),
);

it.each(PAIRS)(
  'upgraded from %s to %s, %s: no new finding',
  (from, to, type) => {
    const { content } = written([from, type], { format: 'helm' }).combined;
    const { content: upgraded, questions } = upgradeValues({
      from,
      to,
      content,
    });
    const faults = (text: string, version: Case[0]) =>
      findingsOf([version, type], 'helm', text)
        .filter(
          // What only the chart after the target takes away is no matter of this upgrade.
          ({ code }) => code !== 'config.deprecated-key',
        )
        .map(
          ({ code, message }) =>
            `${code} ${message.replace(/ \(line \d+\)/g, '')}`,
        );
    const before = new Set(faults(content, from));
    expect(faults(upgraded, to).filter(id => !before.has(id))).toEqual([]);
    // Databases are no part of a record.
    expect(
      questions?.filter(({ key }) => !key.includes('secondaryStorage')) ?? [],
    ).toEqual([]);
    // Comments stay.
    const comment = /#.*/.exec(content)?.[0] ?? '';
    expect(upgraded).toContain(comment);
    expect(parseAllDocuments(upgraded)).toHaveLength(1);
  },
);
