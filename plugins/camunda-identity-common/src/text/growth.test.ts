import { expectLinear } from '../../../../test/growth/expectLinear';
import { genericRecord } from '../__fixtures__/records';
import { withoutTrailingSlash } from '../camunda';
import {
  createConnectionSchema,
  createDraftSchema,
  problemMessage,
  readInput,
} from '../connections';

const schema = createConnectionSchema();

/** Validates a record in which one member is `text`, and says what is wrong. */
function problems(path: string, text: string): string {
  const record = structuredClone(genericRecord()) as any;
  const names = path.split('.');
  const last = names.pop()!;
  let target = record;
  for (const name of names) target = target[name] ??= {};
  target[last] = text;
  const { error } = readInput(schema, record);
  return error ? problemMessage(error) : '';
}

const LARGE = 64_000;

it.each([
  ['checks.every', '1', 'P1D'],
  ['checks.every', '1D', ''],
  ['provider.issuer', '/', 'x'],
  ['components.identity.url', '/', 'x'],
  ['components.identity.clientId', ' ', 'x'],
  ['components.identity.secret.kubernetesSecret.name', 'a-', '!'],
  ['entityRef', 'a', '!'],
  ['name', 'a-', '!'],
  ['title', '{', ''],
])('%s of many "%s" is refused in linear time', (path, unit, end) => {
  expectLinear(
    LARGE / 8,
    size => `${unit.repeat(size)}${end}`,
    text => problems(path, text),
  );
});

it('nothing else looks at a text that is too long', () => {
  expect(problems('checks.every', `P${'1'.repeat(240_000)}D`)).toBe(
    'checks.every: at most 40 characters',
  );
  expect(problems('provider.issuer', `https://a${'/'.repeat(60_000)}x`)).toBe(
    'provider.issuer: at most 2048 characters',
  );
});

it('takes slashes off in linear time', () => {
  expect(withoutTrailingSlash('https://a/b///')).toBe('https://a/b');
  expect(withoutTrailingSlash('///')).toBe('');
  expectLinear(
    LARGE,
    size => `https://a${'/'.repeat(size)}x`,
    withoutTrailingSlash,
  );
});

it('a draft with many unknown keys is refused in linear time, and a few of them are named', () => {
  const draft = createDraftSchema();
  expectLinear(
    2_000,
    size =>
      Object.fromEntries(Array.from({ length: size }, (_, n) => [`k${n}`, n])),
    input => problemMessage(readInput(draft, input).error!),
  );
  const message = problemMessage(
    readInput(draft, {
      ...Object.fromEntries(
        Array.from({ length: 500 }, (_, n) => [`k${n}`, n]),
      ),
      '\u202e': 1,
    }).error!,
  );
  expect(message).toContain('k1: unknown key');
  expect(message).toMatch(/and 4\d\d more problems$/);
  expect(message.length).toBeLessThan(2_000);
});
