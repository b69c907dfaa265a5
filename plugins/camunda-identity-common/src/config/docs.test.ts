import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { genericRecord } from '../__fixtures__/records';
import { FINDINGS } from '../checks';
import { createConnectionSchema } from '../connections';
import { DEFAULT_PROVIDER_CONTEXT } from '../providers';
import { compareConfig } from './compare/compareConfig';
import type { ConfigFormat } from './types';
import { upgradeValues } from './upgrade/upgradeValues';
import { writeConfig } from './writeConfig';

/* What docs/configuration.md prints is what the product answers for the team that it follows. */

const ROOT = join(__dirname, '../../../..');
const PAGE = readFileSync(join(ROOT, 'docs/configuration.md'), 'utf8');

/** Texts of the fenced blocks in a language. */
const blocks = (language: string) =>
  [...PAGE.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)]
    .filter(([, of]) => of === language)
    .map(([, , text]) => text);

const record = genericRecord();
const write = (format: ConfigFormat) =>
  writeConfig(record, DEFAULT_PROVIDER_CONTEXT, { format }).combined.content;
const values = write('helm');
const compare = (content: string) =>
  compareConfig(record, DEFAULT_PROVIDER_CONTEXT, { format: 'helm', content });

it('writes every form of the table', () => {
  const formats = [...PAGE.matchAll(/^\| `((?!format`)[a-z-]+)` +\| /gm)]
    .map(([, format]) => format)
    .filter(format => !format.includes('.'));
  expect(formats).toEqual([
    'helm',
    'env',
    'application-yaml',
    'kubernetes-secret',
  ]);
  for (const format of formats)
    expect(write(format as ConfigFormat)).toMatch(/\S/);
});

it('prints a difference as it is answered', () => {
  const [difference] = blocks('json').map(text => JSON.parse(text));
  const without = values.replace(/^ *tokenUrl:.*\n/m, '');
  expect(compare(without).differences).toEqual([difference]);
});

it('prints an excerpt of the changes, and the questions, of an upgrade', () => {
  const [changes, questions] = blocks('text');
  const upgrade = upgradeValues({ from: '8.7', to: '8.9', content: values });
  const printed = upgrade.changes.map(({ kind, key, before, after }) =>
    [
      `${kind} ${key}`,
      ...(before === undefined ? [] : [`  - ${before}`]),
      ...(after === undefined ? [] : [`  + ${after}`]),
    ].join('\n'),
  );
  const excerpt = changes.trimEnd().split(/\n(?=\w)/);
  expect(excerpt.length).toBeGreaterThan(2);
  expect(printed.filter(text => excerpt.includes(text))).toEqual(excerpt);
  expect(upgrade.questions?.map(({ key }) => key)).toEqual(
    questions.trimEnd().split('\n'),
  );
});

it('names findings that there are, and says what they say', () => {
  const named = [...PAGE.matchAll(/`(config\.[a-z-]+)`/g)].map(
    ([, code]) => code,
  );
  expect(named.length).toBeGreaterThan(8);
  const codes: string[] = FINDINGS.map(({ code }) => code);
  expect(named.filter(code => !codes.includes(code))).toEqual([]);

  const messages = (content: string) =>
    compare(content).findings.map(({ code, message }) => `${code} ${message}`);
  expect(
    messages(values.replace('initialClaimName', 'initialClaimNmae')),
  ).toContainEqual(
    expect.stringMatching(
      /config\.unknown-key \S*initialClaimNmae .* 8\.7, .*no effect; the nearest is \S*initialClaimName$/,
    ),
  );
  expect(
    messages(
      values.replace(
        /(redirectUrl: "https:\/\/optimize[^"]*)/,
        '$1/api/authentication/callback',
      ),
    ),
  ).toContainEqual(
    expect.stringMatching(
      /config\.callback-in-base-url .*\/api\/authentication\/callback/,
    ),
  );
});

it('has machine clients that a record may have', () => {
  const [text] = blocks('yaml');
  const parsed = createConnectionSchema().parse({ ...record, ...parse(text) });
  const { combined } = writeConfig(parsed, DEFAULT_PROVIDER_CONTEXT, {
    format: 'env',
    component: 'machine.billing-worker',
  });
  expect(combined.content).toContain('CAMUNDA_CLIENT_AUTH_CLIENTID=billing');
});

it('names files that there are', () => {
  const files = [
    ...PAGE.matchAll(/`((?:common|scripts|docs)\/[\w./-]+)`/g),
  ].map(([, file]) =>
    file.replace(/^common/, 'plugins/camunda-identity-common'),
  );
  expect(files.length).toBeGreaterThan(2);
  expect(files.filter(file => !existsSync(join(ROOT, file)))).toEqual([]);
});
