import { expectLinear } from '../../../../../test/growth/expectLinear';
import { genericRecord } from '../../__fixtures__/records';
import { DEFAULT_PROVIDER_CONTEXT } from '../../providers';
import { compareConfig } from '../compare/compareConfig';
import type { ConfigFormat } from '../types';
import { upgradeValues } from '../upgrade/upgradeValues';
import { UnreadableConfigError } from './types';

const many = (size: number, line: (n: number) => string) =>
  Array.from({ length: size }, (_, n) => line(n)).join('');

/** Files that hold as much of one thing as may be sent, and the least number of it. */
const FILES: Record<string, [least: number, file: (size: number) => string]> = {
  'keys that hold a secret': [
    600,
    size => many(size, n => `k${n}Secret: sekret-value-${n}-xyz\n`),
  ],
  'aliases of one anchor': [
    600,
    size => `a: &a x\n${many(size, n => `k${n}: *a\n`)}`,
  ],
  'anchors with an alias each': [
    400,
    size => many(size, n => `a${n}: &a${n} x\nk${n}: *a${n}\n`),
  ],
  keys: [1_200, size => many(size, n => `k${n}: v\n`)],
  'keys of a dead section': [
    600,
    size =>
      `global:\n  identity:\n    auth:\n      operate:\n${many(
        size,
        n => `        k${n}: v\n`,
      )}`,
  ],
  'entries of a list': [
    400,
    size =>
      `identity:\n  env:\n${many(
        size,
        n => `    - name: N${n}_SECRET\n      value: sekret-value-${n}\n`,
      )}`,
  ],
  'spaces before a value': [8_000, size => `a: ${' '.repeat(size)}x\n`],
  'spaces behind a value': [8_000, size => `a: x${' '.repeat(size)}x\n`],
  'line breaks': [2_400, size => '\n'.repeat(size)],
  comments: [2_400, size => `${'# x\n'.repeat(size)}a: b\n`],
  'brackets within each other': [8_000, size => `a: ${'['.repeat(size)}`],
  'escapes in quotes': [4_000, size => `a: "${'\\"'.repeat(size)}"\n`],
  'a long key': [8_000, size => `${'k-'.repeat(size / 2)}: v\n`],
  'maps that are merged': [
    400,
    size => `a: &a { x: 1 }\n${many(size, n => `k${n}:\n  <<: *a\n`)}`,
  ],
};

/** What is refused is refused for a reason, not by accident. */
function tried(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (!(error instanceof UnreadableConfigError)) throw error;
  }
}

describe.each(Object.entries(FILES))('%s', (_, [least, file]) => {
  it.each<ConfigFormat>(['helm', 'kubernetes-secret'])(
    'are read as %s in linear time',
    format => {
      expectLinear(least, file, content =>
        tried(() =>
          compareConfig(genericRecord(), DEFAULT_PROVIDER_CONTEXT, {
            format,
            content,
          }),
        ),
      );
    },
  );

  it('are upgraded in linear time', () => {
    expectLinear(least, file, content =>
      tried(() => upgradeValues({ from: '8.7', to: '8.9', content })),
    );
  });

  it.each([
    ['Compose', 'services:\n  identity:\n    environment:\n', '      '],
    ['Kubernetes', 'spec:\n', '  '],
  ])('are read as %s in linear time', (__, head, indent) => {
    expectLinear(
      least,
      size => head + file(size).replace(/^(?=.)/gm, indent),
      content =>
        tried(() =>
          compareConfig(genericRecord(), DEFAULT_PROVIDER_CONTEXT, {
            format: 'env',
            content,
          }),
        ),
    );
  });
});

it.each<[string, number, (size: number) => string]>([
  ['containers', 600, size => many(size, n => `# c${n}\nX${n}=a\n`)],
  ['variables', 1_200, size => many(size, n => `X${n}_SECRET=sekret-${n}\n`)],
  ['spaces', 8_000, size => `A=x${' '.repeat(size)}x`],
  ['spaces before a remark', 8_000, size => `A=${' '.repeat(size)}/ / /`],
  ['backslashes', 8_000, size => `A="${'\\'.repeat(size)}`],
  ['references', 4_000, size => `A=${'${'.repeat(size)}`],
  [
    'entries of a list',
    800,
    size =>
      many(size, n => `CAMUNDA_SECURITY_INITIALIZATION_X_USERS_${n}=u${n}\n`),
  ],
])('a dotenv file of %s is read in linear time', (_, least, file) => {
  expectLinear(least, file, content =>
    tried(() =>
      compareConfig(genericRecord(), DEFAULT_PROVIDER_CONTEXT, {
        format: 'env',
        content,
      }),
    ),
  );
});

describe('a file that no reader takes', () => {
  const read = (content: string) => () =>
    compareConfig(genericRecord(), DEFAULT_PROVIDER_CONTEXT, {
      format: 'helm',
      content,
    });

  it.each<[string, string, RegExp]>([
    ['large', 'a'.repeat(300_000), /larger than 256 KiB/],
    ['long', '\n'.repeat(30_000), /more than 20000 lines/],
    ['wide', `a: ${'x'.repeat(70_000)}`, /line 1: is longer than 64 KiB/],
    ['of many keys', many(15_000, n => `k${n}: v\n`), /too many keys/],
    ['deep', many(150, n => `${' '.repeat(n)}k:\n`), /nested too deeply/],
    ['deep in lists', `a:\n  ${'- '.repeat(20_000)}x`, /deeply|not valid/],
    [
      'endless',
      `a: &a {x: 1, y: 2}\n${[...'bcdefghijklmnopqrst']
        .map(
          (name, n) =>
            `${name}: &${name} {l: *${'abcdefghijklmnopqrs'[n]}, r: *${
              'abcdefghijklmnopqrs'[n]
            }}\n`,
        )
        .join('')}`,
      /too many keys/,
    ],
    ['within itself', 'a: &a\n  b: *a\n', /too many keys/],
    ['with a key twice', 'x: 1\na:\n  b: 1\n  b: s3cret\n', /line 4: .*DUPL/],
  ])('is refused: %s', (_, content, message) => {
    expect(read(content)).toThrow(UnreadableConfigError);
    expect(read(content)).toThrow(message);
    expect(read(content)).not.toThrow(/s3cret/);
  });
});

it('an alias stands for the last anchor before it', () => {
  const { content } = upgradeValues({
    from: '8.7',
    to: '8.9',
    content:
      'global:\n  identity:\n    auth:\n      issuer: &a https://one.example.com\n      x: &a sekret-one\n      ySecret: *a\n',
  });
  expect(content).toContain('https://one.example.com');
  expect(content).toContain('«secret»');
  expect(content).not.toContain('sekret-one');
});
