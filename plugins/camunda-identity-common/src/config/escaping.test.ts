import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { genericRecord, inVersion } from '../__fixtures__/records';
import { text as anyText } from '../__testUtils__/arbitraries';
import { createConnectionSchema } from '../connections';
import { DEFAULT_PROVIDER_CONTEXT } from '../providers';
import { compareConfig } from './compare/compareConfig';
import { dotenvValue, isReadDifferently } from './env/dotenvValue';
import { readConfig } from './read';
import { plainSpringText, springText } from './spring';
import type { ConfigOptions } from './types';
import { writeConfig } from './writeConfig';
import {
  expandWithKubelet,
  interpolate,
  readWithCompose,
  readWithPython,
  readWithShell,
  resolveWithSpring,
} from './__testUtils__/readers';

/** Texts that mean something to somebody who reads a file. */
const TEXTS = [
  '~',
  '~root',
  'a:~/b',
  '$HOME',
  '${HOME}',
  'a${HOME:-x}b',
  '\\${HOME}',
  '\\\\${HOME}',
  '${HOME',
  '${${HOME}}',
  '$${HOME}',
  '$(HOME)',
  '$$(HOME)',
  '$',
  '$$',
  '`id`',
  '"`id`"',
  "it's",
  "it's $HOME",
  'it\'s \\ "all"',
  "it's `id`",
  'ends with \\',
  'ends with two \\\\',
  'a\\nb',
  '"',
  '""',
  '#',
  'a #b',
  'a#b',
  '!',
  '!ref x',
  'wow!',
  '!!',
  '%',
  '%25',
  '%s',
  '*',
  '&a',
  '{a}',
  '{a,b}',
  '[a]',
  'a: b',
  '- a',
  '? a',
  '| a',
  '> a',
  '@a',
  'yes',
  'null',
  '0123',
  '1_000',
  '1e3',
  '2026-01-01',
  '=',
  'a=b',
  'a;id',
  'a && id',
  'a|id',
  '<(id)',
  'äöü 😀',
  '<a>',
  '}',
  '\u00a0a',
].map(value => value.trim());

const written = (value: string, options: ConfigOptions, version: any) => {
  const record = inVersion(genericRecord(), version);
  record.components.identity.clientId = value;
  return writeConfig(record, DEFAULT_PROVIDER_CONTEXT, options).combined
    .content;
};

const NAME = 'CAMUNDA_IDENTITY_CLIENT_ID';

/** What Identity makes of a variable, with Spring before 6.2 and from it on. */
const takenBySpring = (value: string) =>
  [false, true].map(escapes =>
    resolveWithSpring(value, { HOME: '/root', '${HOME}': 'no' }, { escapes }),
  );

it('every text of the table is one that a record may hold', () => {
  const record = genericRecord();
  const refused = TEXTS.filter(value => {
    record.components.identity.clientId = value;
    return !createConnectionSchema().safeParse(record).success;
  });
  expect(refused).toEqual([]);
});

it.each(['{{ .Values.x }}', '{{"x"}}', '#{T(java.lang.Runtime)}', 'a\nb'])(
  'what a template or an expression would run is refused: %j',
  value => {
    const record = genericRecord();
    record.components.identity.clientId = value;
    expect(createConnectionSchema().safeParse(record).success).toBe(false);
  },
);

describe.each(['bash', 'dash', 'sh'])('%s', shell => {
  const read = (values: readonly string[]) => {
    const names = values.map((_, at) => `V${at}`);
    const content = values
      .map((value, at) => `${names[at]}=${dotenvValue(value)}`)
      .join('\n');
    const found = readWithShell(shell, content, names);
    return found && names.map(name => found[name]);
  };

  it('reads every value of a dotenv file as it is', () => {
    expect(read(TEXTS) ?? TEXTS).toEqual(TEXTS);
  });

  it('reads any value as it is', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { minLength: 20, maxLength: 60 }),
        values => {
          expect(read(values) ?? values).toEqual(values);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('reads the file that is written', () => {
    for (const value of ['~/x', "it's `id`", '$(id)', '${HOME}']) {
      const record = inVersion(genericRecord(), '8.7');
      record.components.identity.clientId = value;
      const { files } = writeConfig(record, DEFAULT_PROVIDER_CONTEXT, {
        format: 'env',
      });
      const content = files
        .flatMap(file => file.content.split('\n'))
        .filter(line => line.startsWith(`${NAME}=`))
        .join('\n');
      expect(content).not.toBe('');
      expect(
        readWithShell(shell, content, [NAME]) ?? {
          [NAME]: springText(value),
        },
      ).toEqual({
        [NAME]: springText(value),
      });
    }
  });
});

describe('Compose', () => {
  const forShells = TEXTS.filter(isReadDifferently);

  it.each(TEXTS.filter(value => !isReadDifferently(value)))(
    'reads %j in a dotenv file',
    value => {
      expect(readWithCompose(`${NAME}=${dotenvValue(value)}`)).toBe(value);
    },
  );

  it.each(forShells)(
    'does not read %j in a dotenv file, which says so',
    value => {
      expect(readWithCompose(`${NAME}=${dotenvValue(value)}`)).toBe(
        value.replaceAll('`', '\\`'),
      );
      expect(written(value, { format: 'env' }, '8.7')).toContain(
        'Compose takes the backslash',
      );
    },
  );

  it.each(TEXTS)('reads %j in a Compose file', value => {
    const content = written(value, { format: 'env', style: 'compose' }, '8.7');
    const { environment } = parse(content).services.identity;
    const inside = interpolate(environment[NAME], { HOME: '/root' });
    expect(inside).toBe(springText(value));
    expect(takenBySpring(inside)).toEqual([value, value]);
  });
});

it.each(TEXTS)('the kubelet gives a container %j', value => {
  const content = written(value, { format: 'env', style: 'kubernetes' }, '8.7');
  const env = parseAllDocuments(content, { version: '1.1' })
    .flatMap(document => document.toJS().env)
    .find(({ name }: { name: string }) => name === NAME);
  const inside = expandWithKubelet(env.value, { HOME: '/root' });
  expect(inside).toBe(springText(value));
  expect(takenBySpring(inside)).toEqual([value, value]);
});

describe('YAML 1.1', () => {
  const FORMS: Array<[string, ConfigOptions, any]> = [
    ['Helm', { format: 'helm' }, '8.8'],
    ['Compose', { format: 'env', style: 'compose' }, '8.7'],
    ['Kubernetes', { format: 'env', style: 'kubernetes' }, '8.7'],
    ['application.yaml', { format: 'application-yaml' }, '8.8'],
  ];
  it.each(FORMS)('PyYAML reads %s as we do', (_, options, version) => {
    const files = TEXTS.map(value => written(value, options, version));
    const content = files.join('\n---\n');
    const ours = parseAllDocuments(content, { version: '1.1' }).map(document =>
      document.toJS(),
    );
    expect(readWithPython(content) ?? ours).toEqual(ours);
    const scalars = JSON.stringify(ours);
    const missing = TEXTS.filter(
      value =>
        !value.includes('$') && !scalars.includes(`:${JSON.stringify(value)}`),
    );
    expect(missing).toEqual([]);
  });
});

describe.each([
  ['before 6.2', { escapes: false }],
  ['from 6.2 on', { escapes: true }],
])('Spring %s', (_, how) => {
  const properties = { HOME: '/root', '${HOME}': 'no' };

  it.each(TEXTS)('takes %j for what it is', value => {
    expect(resolveWithSpring(springText(value), properties, how)).toBe(value);
    expect(plainSpringText(springText(value))).toBe(value);
    const content = written(value, { format: 'application-yaml' }, '8.8');
    expect(content).toContain(`: ${JSON.stringify(springText(value))}\n`);
  });

  it('takes any text for what it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('$', '{', '}', '\\', ':', 'a', '${', '\\${')),
        parts => {
          const value = parts.join('');
          expect(resolveWithSpring(springText(value), properties, how)).toBe(
            value,
          );
          expect(plainSpringText(springText(value))).toBe(value);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

it.each(['a${HOME}b', '$(HOME)'])(
  'Helm: a value that nothing can protect is named: %s',
  value => {
    const record = inVersion(genericRecord(), '8.8');
    record.components.identity.clientId = value;
    const { findings } = writeConfig(record, DEFAULT_PROVIDER_CONTEXT, {
      format: 'helm',
    });
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'config.dollar-expanded',
        message: expect.stringContaining(
          'global.identity.auth.identity.clientId',
        ),
      }),
    );
  },
);

it.each<[string, ConfigOptions, any]>([
  ['dotenv', { format: 'env' }, '8.7'],
  ['Compose', { format: 'env', style: 'compose' }, '8.7'],
  ['Kubernetes', { format: 'env', style: 'kubernetes' }, '8.7'],
  ['Helm', { format: 'helm' }, '8.8'],
  ['application.yaml', { format: 'application-yaml' }, '8.8'],
])('%s: our own reader finds no difference', (_, options, version) => {
  // What stands in angle brackets is one of the page's own placeholders.
  for (const value of TEXTS.filter(text => !/^<.*>$/.test(text))) {
    const record = inVersion(genericRecord(), version);
    record.components.identity.clientId = value;
    const { content } = writeConfig(
      record,
      DEFAULT_PROVIDER_CONTEXT,
      options,
    ).combined;
    const { differences } = compareConfig(record, DEFAULT_PROVIDER_CONTEXT, {
      format: options.format,
      content,
    });
    expect({ value, differences }).toEqual({ value, differences: [] });
    expect(() =>
      readConfig(
        { format: options.format, content, camundaVersion: version },
        DEFAULT_PROVIDER_CONTEXT,
      ),
    ).not.toThrow();
  }
});
