import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SPEC_COVERAGE } from './__fixtures__/specCoverage';
import { SPEC_TERMS, versionsOfRow } from './__fixtures__/specTerms';
import {
  CAMUNDA_VERSIONS,
  connectPageUrl,
  defaultScopeOf,
  docsUrl,
  findClient,
  GRANT_TYPES,
  GUIDES,
  NOTICES,
  oidcFeatures,
  prerequisites,
  USER_SCOPES,
  type CamundaVersion,
  type ClientKey,
  type ProviderType,
} from './camunda';
import { FINDINGS } from './checks';
import { keyTable } from './config/read/keyTable';

const ROOT = join(__dirname, '..', '..', '..');
const PAGE = join(
  ROOT,
  '..',
  'shared',
  'spec',
  'connect-to-an-oidc-provider.md',
);
/** The version whose page the document links. */
const VERSION = '8.7';

const firstDot = (text: string): [string, string] => {
  const at = text.indexOf('.');
  return [text.slice(0, at), text.slice(at + 1)];
};

/** A key that the writers have, with the member of a record that it stands for. */
function keyText(
  version: CamundaVersion,
  format: 'env' | 'helm',
  container: string,
  key: string,
): string | undefined {
  for (const type of ['GENERIC', 'MICROSOFT'] as ProviderType[])
    for (const { entry, member, constant } of keyTable(version, type, format)
      .get(container)
      ?.values() ?? [])
      if (entry.path.join('.') === key)
        return `${key} ${member ?? constant ?? ''}`;
  return undefined;
}

/** Everything that a person can read of a datum. */
function textsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object')
    return Object.values(value).map(textsOf).filter(Boolean).join(' ');
  return String(value);
}

const stepsOf = (
  version: CamundaVersion,
  name: string,
  part: 'steps' | 'considerations',
) => {
  const [type, code] = firstDot(name);
  return GUIDES[type as ProviderType][part].find(
    step =>
      step.code === code && (!step.versions || step.versions.includes(version)),
  );
};

/** The text of a datum in a version, as the product reads it; undefined where there is none. */
const KINDS: Record<
  string,
  (name: string, version: CamundaVersion) => unknown
> = {
  prerequisite: (name, version) =>
    prerequisites(version).find(({ code }) => code === name),
  step: (name, version) => stepsOf(version, name, 'steps'),
  consideration: (name, version) => {
    const step = stepsOf(version, name, 'considerations');
    return step && { step, keycloak: docsUrl('keycloak', version) };
  },
  notice: (name, version) =>
    NOTICES.find(
      ({ code, versions }) =>
        code === name && (!versions || versions.includes(version)),
    ),
  feature: (name, version) => {
    const feature = oidcFeatures(version).find(({ code }) => code === name);
    if (!feature) return undefined;
    const { title, description, availableIn, remark } = feature;
    const state = availableIn.includes(version) ? 'available' : 'unavailable';
    return { title, description, state, remark };
  },
  client: (name, version) => findClient(name as ClientKey, version)?.title,
  note: (name, version) => {
    const at = name.lastIndexOf('.');
    return findClient(name.slice(0, at) as ClientKey, version)?.notes.find(
      ({ code, versions }) =>
        code === name.slice(at + 1) &&
        (!versions || versions.includes(version)),
    );
  },
  type: (name, version) => {
    const [key, type] = name.split('=');
    const facts = findClient(key as ClientKey, version);
    return facts?.clientType === type ? type : undefined;
  },
  platform: (name, version) => {
    const [key, platform] = name.split('=');
    const facts = findClient(key as ClientKey, version);
    return facts?.entraPlatform === platform ? platform : undefined;
  },
  redirect: (name, version) => {
    const [key, path] = name.split('=');
    return findClient(key as ClientKey, version)?.redirectPaths.includes(path)
      ? `redirect ${path}`
      : undefined;
  },
  grant: name => GRANT_TYPES.find(({ grantType }) => grantType === name),
  scope: name =>
    USER_SCOPES.includes(name) || defaultScopeOf('') === name
      ? name
      : undefined,
  docs: (name, version) => docsUrl(name as 'secrets', version),
  finding: name => FINDINGS.find(({ code }) => code === name),
  env: (name, version) => keyText(version, 'env', ...firstDot(name)),
  helm: (name, version) => keyText(version, 'helm', '', name),
};

/** Kinds whose text says more than the datum's own name. */
const PROSE =
  /^(prerequisite|step|consideration|notice|feature|note|finding|docs|grant):/;

describe.each(CAMUNDA_VERSIONS)('the page of %s', version => {
  const rows = SPEC_COVERAGE.filter(([place, says]) =>
    versionsOfRow(place, says).includes(version),
  ).map(row => [row[0], row[1], row.slice(2)] as const);

  it('has many rows', () => {
    expect(rows.length).toBeGreaterThan(50);
  });

  it.each(rows)('%s: %s', (_place, says, data) => {
    expect(data.length).toBeGreaterThan(0);
    const texts = data.map(datum => {
      const at = datum.indexOf(':');
      const text = textsOf(
        KINDS[datum.slice(0, at)]?.(datum.slice(at + 1), version),
      );
      expect({ datum, known: text !== '' }).toEqual({ datum, known: true });
      return text;
    });
    const isProse =
      data.some(datum => PROSE.test(datum)) && !says.startsWith('Helm: ');
    const term = SPEC_TERMS[says];
    expect({ says, term: term !== undefined || !isProse }).toEqual({
      says,
      term: true,
    });
    expect(texts.join(' ')).toMatch(new RegExp(term?.source ?? '', 's'));
  });
});

it('has no term too many', () => {
  const says = new Set(SPEC_COVERAGE.map(row => row[1]));
  expect(Object.keys(SPEC_TERMS).filter(key => !says.has(key))).toEqual([]);
});

it('docs/spec-coverage.md is up to date (UPDATE_DOCS=1 writes it)', () => {
  const cell = (text: string) =>
    text.replace(/[<|]/g, character => `\\${character}`);
  const text = `# What the documentation page says, and where it is

Made by a test from the rows it checks; \`UPDATE_DOCS=1\` writes it anew. The page is Camunda’s
[Connect Management Identity to an identity provider](${connectPageUrl(
    VERSION,
  )}), with the Helm
shape of 8.5 to 8.7. Where Camunda corrected it later, the correction is carried and a notice says so.

| Place | What it says | Carried by |
| --- | --- | --- |
${SPEC_COVERAGE.map(
  ([place, says, ...data]) =>
    `| ${cell(place)} | ${cell(says)} | ${data
      .map(datum => `\`${datum}\``)
      .join(', ')} |`,
).join('\n')}
`;
  const file = join(ROOT, 'docs', 'spec-coverage.md');
  if (process.env.UPDATE_DOCS) writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

// The page is not part of this project; where it lies beside it, it is read.
const describeWithPage = existsSync(PAGE) ? describe : describe.skip;

describeWithPage('the page', () => {
  it('has no key, variable or link without a row', () => {
    const page = readFileSync(PAGE, 'utf8');
    const says = new Set(SPEC_COVERAGE.map(row => row[1]));
    const variables = [
      ...page.matchAll(
        /\b((?:CAMUNDA|IDENTITY|OAUTH2|SPRING|ZEEBE)_[A-Z0-9_]+)=/g,
      ),
    ].map(([, name]) => name);
    expect(variables.length).toBeGreaterThan(30);
    expect([...new Set(variables)].filter(name => !says.has(name))).toEqual([]);

    const missing: string[] = [];
    for (const [, block] of page.matchAll(/```yaml\n([\s\S]*?)```/g)) {
      const path: string[] = [];
      for (const line of block.split('\n')) {
        const found = /^( *)([A-Za-z]+):\s*(.*)$/.exec(line);
        if (!found) continue;
        path.length = found[1].length / 2;
        path.push(found[2]);
        if (found[3] && !says.has(path.join('.'))) missing.push(path.join('.'));
      }
    }
    expect(missing).toEqual([]);

    const carried = JSON.stringify(GUIDES);
    const links = [...page.matchAll(/\]\((https:[^)\s]+)\)/g)].map(
      ([, url]) => url,
    );
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter(url => !carried.includes(url))).toEqual([]);
  });
});
