import fc from 'fast-check';
import { isMap, isSeq, parseAllDocuments, parseDocument } from 'yaml';
import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../../__fixtures__/records';
import { CAMUNDA_VERSIONS } from '../../camunda';
import type { Finding } from '../../checks';
import { DEFAULT_PROVIDER_CONTEXT } from '../../providers';
import type { ConfigFormat, ConfigOptions } from '../types';
import { upgradeValues } from '../upgrade/upgradeValues';
import { writeConfig } from '../writeConfig';
import { readConfig } from './readConfig';

/*
 * Correct files with one thing wrong: whatever it is, the reader names it. What is written is taken for correct,
 * which charts.test.ts and readConfig.test.ts hold.
 */
const RUNS = Math.ceil(Number(process.env.PROPERTY_RUNS ?? 1000) / 10);

const CASES = CAMUNDA_VERSIONS.flatMap(version =>
  (['GENERIC', 'MICROSOFT'] as const).map(type => [version, type] as const),
);

function file(
  [version, type]: (typeof CASES)[number],
  options: ConfigOptions,
): string {
  const record = inVersion(
    type === 'GENERIC' ? genericRecord() : microsoftRecord(),
    version,
  );
  return writeConfig(record, DEFAULT_PROVIDER_CONTEXT, options).combined
    .content;
}

const ids = (findings: readonly Finding[]) =>
  new Set(findings.map(({ code, message }) => `${code} ${message}`));

/** What is said of a file that was not said of the one before. */
function news(
  [camundaVersion]: (typeof CASES)[number],
  format: ConfigFormat,
  before: string,
  after: string,
): string[] {
  const read = (content: string) =>
    readConfig({ format, content, camundaVersion }, DEFAULT_PROVIDER_CONTEXT)
      .findings;
  const known = ids(read(before));
  return [...ids(read(after))].filter(id => !known.has(id));
}

/** Paths of the leaves of a document. */
function leaves(
  node: unknown,
  path: Array<string | number> = [],
): Array<Array<string | number>> {
  if (isMap(node))
    return node.items.flatMap(({ key, value }) =>
      leaves(value, [...path, String(key)]),
    );
  if (isSeq(node)) return [path];
  return [path];
}

/** Swaps two letters, or leaves one out. */
function misspelled(name: string, at: number): string {
  const letters = [...name];
  const position = 1 + (at % Math.max(1, letters.length - 2));
  if (letters[position] === letters[position + 1]) letters.splice(position, 1);
  else
    [letters[position], letters[position + 1]] = [
      letters[position + 1],
      letters[position],
    ];
  return letters.join('');
}

/**
 * Keys without which everything still works: what the page has though no template reads it, defaults that fit,
 * what nobody can tell to be missing.
 */
const NOT_NEEDED =
  /publicIssuerUrl|console\.redirectUrl|identity\.redirectUrl|identityKeycloak|externalDatabase|audience$|initialClaimName|operate-api|\.env$|usernameClaim|clientIdClaim|preferUsernameClaim|tokenUrl|authUrl|scope$|groupsClaim|extraConfiguration|mappingRules|defaultRoles|inbound\.mode|clientApiAudience|publicApiAudience|(^|\.)enabled$|clientId$/;

it.each(CASES)('Helm %s %s: a needed key that is dropped is named', (...of) => {
  const content = file(of, { format: 'helm' });
  const document = parseDocument(content, { version: '1.1' });
  const silent = leaves(document.contents).filter(path => {
    const name = path.join('.');
    if (NOT_NEEDED.test(name)) return false;
    // It stands in for an issuer that is not set.
    if (/\.issuer$/.test(name) && content.includes('publicIssuerUrl'))
      return false;
    const copy = parseDocument(content, { version: '1.1' });
    copy.deleteIn(path);
    return !news(of, 'helm', content, copy.toString()).some(said =>
      said.startsWith('config.unset-key'),
    );
  });
  expect(silent.map(path => path.join('.'))).toEqual([]);
});

it.each(CASES)('Helm %s %s: a misspelled key is named', (...of) => {
  const content = file(of, { format: 'helm' });
  const document = parseDocument(content, { version: '1.1' });
  const paths = leaves(document.contents).filter(
    path => !/\[|extraConfiguration|\.env$/.test(path.join('.')),
  );
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.nat(40), (path, at) => {
      const last = String(path.at(-1));
      // Of short names nobody can say what they mean.
      fc.pre(last.length >= 5);
      const copy = parseDocument(content, { version: '1.1' });
      const value = copy.getIn(path, true);
      copy.deleteIn(path);
      const wrong = misspelled(last, at);
      copy.setIn([...path.slice(0, -1), wrong], value);
      const name = [...path.slice(0, -1), wrong].join('.');
      const said = news(of, 'helm', content, copy.toString());
      expect([name, said.join('\n')]).toEqual([
        name,
        expect.stringContaining(`config.unknown-key ${name}`),
      ]);
    }),
    { numRuns: RUNS },
  );
});

it.each(CASES)('Variables %s %s: a misspelled one is named', (...of) => {
  const content = file(of, { format: 'env', style: 'compose' });
  const names = [...content.matchAll(/^ {6}"?([A-Z][A-Z0-9_]+)"?:/gm)].map(
    ([, name]) => name,
  );
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(60), (name, at) => {
      // Anything may have this name; an index of a list is no letter.
      fc.pre(!/^(SERVER|SPRING_PROFILES|JAVA)/.test(name));
      const wrong = misspelled(name.replace(/_\d+$/, ''), at);
      fc.pre(!names.includes(wrong));
      const copy = content.replace(name, wrong);
      const said = news(of, 'env', content, copy);
      expect([wrong, said.join('\n')]).toEqual([
        wrong,
        expect.stringMatching(/config\.(unknown-key|unset-key|ignored-key)/),
      ]);
    }),
    { numRuns: RUNS },
  );
});

it.each(CASES)(
  '%s %s: moved into a wrapper, the file says the same',
  (...of) => {
    const content = file(of, { format: 'helm' });
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

const OLD: Array<[string, string, (typeof CASES)[number][0]]> = [
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
  const of = [version, 'GENERIC'] as const;
  const content = file(of, { format: 'env', style: 'compose' });
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
    const content = file([from, type], { format: 'helm' });
    const { content: upgraded, questions } = upgradeValues({
      from,
      to,
      content,
    });
    const faults = (text: string, camundaVersion: typeof from) =>
      readConfig(
        { format: 'helm', content: text, camundaVersion },
        DEFAULT_PROVIDER_CONTEXT,
      )
        .findings.filter(({ result }) => result !== 'info')
        .map(({ code, message }) => `${code} ${message}`);
    const before = new Set(faults(content, from));
    expect(faults(upgraded, to).filter(id => !before.has(id))).toEqual([]);
    expect(questions).toBeUndefined();
    // Comments stay.
    const comment = /#.*/.exec(content)?.[0] ?? '';
    expect(upgraded).toContain(comment);
    expect(parseAllDocuments(upgraded)).toHaveLength(1);
  },
);
