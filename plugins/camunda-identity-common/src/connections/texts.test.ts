import { z } from 'zod';
import { genericRecord, microsoftRecord } from '../__fixtures__/records';
import { shown } from '../fields/line';
import { problemMessage } from './problems';
import { secretValue } from './runSecrets';
import { createConnectionSchema } from './schema';

const schema = createConnectionSchema();

/** Every text of a value, as a path. */
function textsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value === 'string') return [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, [...path, key]),
  );
}

function change(
  record: object,
  path: readonly string[],
  to: (t: string) => string,
) {
  const copy = structuredClone(record) as any;
  const parent = path.slice(0, -1).reduce((node, key) => node[key], copy);
  const last = path[path.length - 1];
  parent[last] = to(parent[last]);
  return copy;
}

const withTexts = () => ({
  ...genericRecord(),
  title: 'Payments',
  description: 'The Camunda of payments',
});

describe.each([
  ['a lone surrogate', '\ud800'],
  ['the other half', '\udc00'],
  ['an override', '\u202e'],
  ['an isolate', '\u2066'],
  ['a mark', '\u200f'],
])('%s', (_, char) => {
  it.each([withTexts(), microsoftRecord()])(
    'is refused in every text of a record',
    record => {
      const passed = textsOf(record).filter(
        path =>
          schema.safeParse(
            change(
              record,
              path,
              text => `${text.slice(0, -1)}${char}${text.slice(-1)}`,
            ),
          ).success,
      );
      expect(passed).toEqual([]);
    },
  );

  it('is refused in a secret, and the secret is not repeated', () => {
    const { error } = secretValue.safeParse(`s3cret${char}value`);
    expect(problemMessage(error!)).toMatch(/surrogate|direction/);
    expect(problemMessage(error!)).not.toContain('s3cret');
  });
});

it('whole characters beyond the first plane are fine', () => {
  expect(
    schema.safeParse({ ...withTexts(), title: 'Zahlungen 😀 Ωμέγα' }).success,
  ).toBe(true);
  expect(secretValue.safeParse('pass😀word').success).toBe(true);
});

it.each([
  ['', /is empty/],
  ['e', /at least 4 characters: .*kept out of messages/],
  ['a'.repeat(4_097), /at most 4096 bytes/],
  ['é'.repeat(2_049), /at most 4096 bytes/],
  ['é'.repeat(400_000), /at most 4096 bytes/],
])('a secret has a length', (value, message) => {
  const { error } = z.object({ value: secretValue }).safeParse({ value });
  const text = problemMessage(error!);
  expect(text).toMatch(message);
  expect(text.split('; ')).toHaveLength(1);
});

it('and may have as many bytes as that', () => {
  expect(secretValue.safeParse('a'.repeat(4_096)).success).toBe(true);
  expect(secretValue.safeParse('é'.repeat(2_048)).success).toBe(true);
});

it('shows a text from outside without what cannot be seen', () => {
  expect(shown('a\u202eb\nc\ud800d\u2028e')).toBe('a b c d e');
  expect(shown('pässword 😀 ${x}')).toBe('pässword 😀 ${x}');
});
