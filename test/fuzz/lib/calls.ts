import fc from 'fast-check';
import { createOpenApiDocument } from 'backstage-plugin-camunda-identity-common/openapi';
import { fromSchema } from './fromSchema';
import { hostileText, hostileValue } from './hostile';
import { mutated } from './mutate';
import type { Started } from './startServer';

/** A call of the API. `~id~` in its path stands for the id of a record that exists, and so on. */
export interface Call {
  method: string;
  /** With its query. */
  path: string;
  headers: Record<string, string>;
  body?: string;
}

const BODY_LIMIT = 256 * 1024;

/** Header values as undici lets them be sent. */
const headerText = hostileText.map(text =>
  text
    .replace(/[^\t\x20-\x7e]/g, '')
    .slice(0, 4_000)
    .trim(),
);

const inPath = (text: string) =>
  encodeURIComponent(text.toWellFormed().slice(0, 1_500)).slice(0, 4_000) ||
  'x';

const FILES = [
  'global:\n  identity:\n    auth:\n      enabled: true\n      issuer: https://idp.example.com\n',
  'CAMUNDA_IDENTITY_ISSUER=https://idp.example.com\nA="b"\n',
  'a: &a [x]\nb: [*a, *a]\nc:\n  <<: {d: 1}\n',
];

/** A file that somebody has, with something repeated or put into it. */
const file = fc
  .tuple(fc.constantFrom(...FILES), hostileText, fc.nat(3), hostileText)
  .map(([good, text, where, more]) =>
    (where === 0
      ? text
      : where === 1
      ? good + text
      : where === 2
      ? text + good + more
      : good.replace('https://idp.example.com', text)
    ).slice(0, 250_000),
  );

/** Bodies that are right but for what was put into them, by operation. */
function bodiesOf(
  operationId: string,
  { seed }: Started,
  issuer: fc.Arbitrary<string>,
): fc.Arbitrary<unknown> | undefined {
  const withIssuer = (value: object) =>
    issuer.map(text => ({
      ...value,
      provider: { type: 'GENERIC', issuer: text },
    }));
  const good: Record<string, fc.Arbitrary<unknown>> = {
    createConnection: fc
      .tuple(withIssuer(seed), fc.uuid())
      .map(([value, name]) => ({ ...value, name: `f-${name}` })),
    checkProvider: withIssuer({
      camundaVersion: seed.camundaVersion,
      components: seed.components,
      secrets: { zeebe: 'correct-horse-battery' },
    }),
    checkConnection: fc.constant({
      secrets: { zeebe: 'correct-horse-battery' },
    }),
    beginLoginTest: fc.constant({
      client: 'identity',
      secret: 'correct-horse-battery',
    }),
    beginDraftLoginTest: withIssuer({
      camundaVersion: seed.camundaVersion,
      components: seed.components,
      client: 'identity',
      secret: 'correct-horse-battery',
    }),
    updateConnection: fc.constantFrom(
      { title: 'T' },
      { description: 'D', checks: { every: 'P1D' } },
      { components: seed.components },
    ),
    putSecret: fc.constant({ value: 'correct-horse-battery' }),
    compareConfig: fc.record({
      format: fc.constantFrom(
        'env',
        'helm',
        'application-yaml',
        'kubernetes-secret',
      ),
      content: file,
    }),
    upgradeValues: fc.record({
      from: fc.constant('8.7'),
      to: fc.constantFrom('8.8', '8.9', '8.10'),
      content: file,
    }),
    upgradeConnection: fc.constant({ to: '8.8' }),
    writeProviderSetup: withIssuer({
      camundaVersion: seed.camundaVersion,
      components: seed.components,
    }),
  };
  return good[operationId]?.chain(value =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant(value) },
      { weight: 3, arbitrary: mutated(value) },
    ),
  );
}

function bodyText(value: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc.oneof(
    {
      weight: 12,
      arbitrary: value.map(entry =>
        (JSON.stringify(entry) ?? '').slice(0, BODY_LIMIT),
      ),
    },
    { weight: 1, arbitrary: hostileText },
    {
      weight: 1,
      arbitrary: hostileValue.map(entry => JSON.stringify(entry) ?? ''),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('[', '{"a":', '"\\u', '1', ' '), fc.nat(80_000))
        .map(([part, count]) => part.repeat(count).slice(0, BODY_LIMIT)),
    },
  );
}

/**
 * Calls of every operation of the OpenAPI document.
 *
 * @param provider - origin of the hostile provider
 */
export function callsOf(
  started: Started,
  provider: string,
): Array<{ name: string; calls: fc.Arbitrary<Call> }> {
  const document = createOpenApiDocument() as any;
  const issuer = fc.oneof(
    { weight: 3, arbitrary: fc.nat().map(seed => `${provider}/bad/${seed}`) },
    { weight: 1, arbitrary: fc.constant(`${provider}/good`) },
  );
  return Object.entries<any>(document.paths).flatMap(([path, methods]) =>
    Object.entries<any>(methods)
      .filter(([, operation]) => operation?.operationId)
      .map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        calls: callOf(method, path, operation, {
          document,
          started,
          issuer,
        }),
      })),
  );
}

function callOf(
  method: string,
  path: string,
  operation: any,
  {
    document,
    started,
    issuer,
  }: { document: any; started: Started; issuer: fc.Arbitrary<string> },
): fc.Arbitrary<Call> {
  const parameters = [
    ...(document.paths[path].parameters ?? []),
    ...(operation.parameters ?? []),
  ];
  const of = (place: string) =>
    parameters.filter((entry: any) => entry.in === place);
  const known: Record<string, string> = { client: 'zeebe', version: '8.7' };
  const params = fc.record(
    Object.fromEntries(
      of('path').map(({ name }: any) => [
        name,
        fc.oneof(
          { weight: 8, arbitrary: fc.constant(known[name] ?? `~${name}~`) },
          { weight: 1, arbitrary: hostileText.map(inPath) },
        ),
      ]),
    ),
  );
  const query = fc.record(
    Object.fromEntries(
      of('query').map(({ name, schema, required }: any) => [
        name,
        fc.option(
          fromSchema(schema ?? {}, document.components).map(value =>
            (typeof value === 'string'
              ? value
              : JSON.stringify(value) ?? ''
            ).slice(0, 3_000),
          ),
          { nil: undefined, freq: required ? 30 : 1 },
        ),
      ]),
    ),
  ) as fc.Arbitrary<Record<string, string | undefined>>;
  const headers = fc.record({
    'if-match': fc.oneof(fc.constant('*'), fc.constant('"x"'), headerText),
    accept: fc.oneof(
      { weight: 6, arbitrary: fc.constant('application/json') },
      { weight: 2, arbitrary: fc.constant('text/event-stream') },
      { weight: 1, arbitrary: headerText },
    ),
    'content-type': fc.oneof(
      { weight: 12, arbitrary: fc.constant('application/json') },
      { weight: 1, arbitrary: fc.constant('application/merge-patch+json') },
      { weight: 1, arbitrary: headerText },
    ),
  });
  const content = operation.requestBody?.content ?? {};
  const schema = (Object.values(content)[0] as any)?.schema;
  const nearlyGood = bodiesOf(operation.operationId, started, issuer);
  const values = schema
    ? [
        fromSchema(schema, document.components),
        // More of those that get far.
        ...(nearlyGood ? [nearlyGood, nearlyGood, nearlyGood] : []),
      ]
    : [];
  const body =
    values.length > 0
      ? fc.oneof(...values.map(bodyText))
      : fc.option(bodyText(hostileValue), { nil: undefined, freq: 20 });
  return fc
    .tuple(params, query, headers, body)
    .map(([ids, asked, sent, text]) => {
      const search = new URLSearchParams(
        Object.entries(asked).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value.toWellFormed()]],
        ),
      ).toString();
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
        String((ids as Record<string, string>)[name]),
      );
      return {
        method: method.toUpperCase(),
        path: `${filled}${search ? `?${search.slice(0, 6_000)}` : ''}`,
        headers: sent as Record<string, string>,
        body: method === 'get' ? undefined : text ?? undefined,
      };
    });
}
