import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SPEC_COVERAGE } from './__fixtures__/specCoverage';
import {
  connectPageUrl,
  defaultScopeOf,
  docsUrl,
  findClient,
  GRANT_TYPES,
  GUIDES,
  NOTICES,
  OIDC_FEATURES,
  PREREQUISITES,
  USER_SCOPES,
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
const VERSION = '8.7';

const client = (key: string) => findClient(key as ClientKey, VERSION);

function hasKey(format: 'env' | 'helm', container: string, key: string) {
  return (['GENERIC', 'MICROSOFT'] as ProviderType[]).some(type =>
    [...(keyTable(VERSION, type, format).get(container)?.values() ?? [])].some(
      ({ entry }) => entry.path.join('.') === key,
    ),
  );
}

const firstDot = (text: string): [string, string] => {
  const at = text.indexOf('.');
  return [text.slice(0, at), text.slice(at + 1)];
};

/** Whether the datum is there; each kind looks where the product itself reads it. */
const KINDS: Record<string, (name: string) => boolean> = {
  prerequisite: name => PREREQUISITES.some(({ code }) => code === name),
  step: name => {
    const [type, code] = firstDot(name);
    return GUIDES[type as ProviderType].steps.some(step => step.code === code);
  },
  consideration: name => {
    const [type, code] = firstDot(name);
    return GUIDES[type as ProviderType].considerations.some(
      step => step.code === code,
    );
  },
  notice: name => NOTICES.some(({ code }) => code === name),
  feature: name => OIDC_FEATURES.some(({ code }) => code === name),
  client: name => client(name) !== undefined,
  note: name => {
    const at = name.lastIndexOf('.');
    return Boolean(
      client(name.slice(0, at))?.notes.some(
        ({ code }) => code === name.slice(at + 1),
      ),
    );
  },
  type: name => {
    const [key, type] = name.split('=');
    return client(key)?.clientType === type;
  },
  platform: name => {
    const [key, platform] = name.split('=');
    return client(key)?.entraPlatform === platform;
  },
  redirect: name => {
    const [key, path] = name.split('=');
    return Boolean(client(key)?.redirectPaths.includes(path));
  },
  grant: name => GRANT_TYPES.some(({ grantType }) => grantType === name),
  scope: name => USER_SCOPES.includes(name) || defaultScopeOf('') === name,
  docs: name => docsUrl(name as 'secrets', VERSION).startsWith('https://'),
  finding: name => FINDINGS.some(({ code }) => code === name),
  env: name => hasKey('env', ...firstDot(name)),
  helm: name => hasKey('helm', '', name),
};

it.each(SPEC_COVERAGE.map(row => [row[0], row[1], row.slice(2)] as const))(
  '%s: %s',
  (_place, _says, data) => {
    expect(data.length).toBeGreaterThan(0);
    for (const datum of data) {
      const at = datum.indexOf(':');
      const known = KINDS[datum.slice(0, at)]?.(datum.slice(at + 1));
      expect({ datum, known }).toEqual({ datum, known: true });
    }
  },
);

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
