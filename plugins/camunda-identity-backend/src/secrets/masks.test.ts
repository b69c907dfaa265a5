import type { LoggerService } from '@backstage/backend-plugin-api';
import { finding } from 'backstage-plugin-camunda-identity-common';
import { ActiveSecrets } from './ActiveSecrets';
import { SecretMask } from './SecretMask';

const SECRET = 'S3cret/+=%&"\\ü';
const mask = new SecretMask([SECRET]);
const holds = (value: unknown) =>
  [SECRET, JSON.stringify(SECRET).slice(1, -1)].some(form =>
    String(value).includes(form),
  );

it('removes secrets from every text of a finding, and keeps its code and subject', () => {
  const told = finding(
    'client.secret',
    'fail',
    { kind: 'client', client: 'zeebe' },
    {
      message: `The provider says ${SECRET}`,
      remedy: `Configure https://idp.example.com/${encodeURIComponent(SECRET)}`,
      evidence: { list: [`a ${SECRET}`], status: 401 },
      docsUrl: `https://idp.example.com/?s=${SECRET}`,
    },
  );
  const clean = mask.finding(told);
  expect(holds(JSON.stringify(clean))).toBe(false);
  expect(clean).toMatchObject({
    code: 'client.secret',
    result: 'fail',
    subject: { kind: 'client', client: 'zeebe' },
    message: 'The provider says «secret»',
    remedy: 'Configure https://idp.example.com/«secret»',
    evidence: { list: ['a «secret»'], status: 401 },
  });
  // A secret that equals a word of the product does not change the meaning.
  const word = new SecretMask(['fail', 'zeebe']).finding(told);
  expect(word).toMatchObject({ result: 'fail', subject: { client: 'zeebe' } });
});

it('removes secrets from errors, their causes and properties', () => {
  const cause = Object.assign(new Error(`cause ${SECRET}`), {
    detail: `Key (value)=(${SECRET})`,
    config: { data: { secret: SECRET } },
  });
  const error = new Error(`outer ${SECRET}`, { cause });
  const many = new AggregateError([error, new Error(SECRET)], SECRET);
  mask.error(many);
  const text = [many, ...many.errors, cause]
    .map(one => `${one.message} ${one.stack} ${JSON.stringify(one)}`)
    .join('\n');
  expect(holds(text)).toBe(false);
  expect(cause.message).toBe('cause «secret»');
  expect(cause.detail).toBe('Key (value)=(«secret»)');
  expect(error.cause).toBe(cause);
  // Read-only properties of platform errors do not cause another error.
  const { reason } = AbortSignal.abort();
  expect(() => mask.error(reason)).not.toThrow();
  expect(() => mask.error(Object.freeze(new Error(SECRET)))).not.toThrow();
  expect(() => mask.error('no error')).not.toThrow();
});

describe('the secrets in use', () => {
  const lines: string[] = [];
  const log = (message: string, meta?: object) => {
    lines.push(`${message} ${JSON.stringify(meta)} ${meta}`);
  };
  const inner: LoggerService = {
    error: log,
    warn: log,
    info: log,
    debug: log,
    child: meta => ({ ...inner, info: text => log(text, meta) }),
  };
  beforeEach(() => lines.splice(0));

  it('are masked in the log only while they are in use', async () => {
    const active = new ActiveSecrets();
    const logger = active.logger(inner);
    await active.use([SECRET], async () => {
      // Used twice concurrently: the end of the first use is not the last.
      await active.use([SECRET], async () => {});
      logger.info(`sent ${SECRET}`, { meta: [SECRET] });
      logger.error('failed', new Error(SECRET));
      logger.child({ secret: SECRET }).info(SECRET);
    });
    expect(lines).toHaveLength(3);
    expect(lines.filter(holds)).toEqual([]);
    logger.info(`about ${SECRET}`);
    expect(lines.filter(holds)).toHaveLength(1);
  });

  it('are removed from thrown errors', async () => {
    const thrown = await new ActiveSecrets()
      .use([SECRET], async () => {
        throw new Error(`refused ${SECRET}`);
      })
      .catch(error => error);
    expect(thrown.message).toBe('refused «secret»');
  });

  it('do not affect other calls: an answer is masked only for the secrets of its own call', async () => {
    const active = new ActiveSecrets();
    await active.use(['Winter2026!'], async () => {
      const message = await active.use(['mine'], async own =>
        own.text('Spring2026! Winter2026! mine'),
      );
      expect(message).toBe('Spring2026! Winter2026! «secret»');
    });
  });
});

it('keeps keys, and withholds values that it cannot inspect', () => {
  const short = new SecretMask(['e']);
  expect(short.value({ message: 'e', level: 1 })).toEqual({
    message: '«secret»',
    level: 1,
  });
  const told = finding(
    'client.secret',
    'fail',
    { kind: 'client', client: 'zeebe' },
    { message: 'wrong', evidence: { error: 'x' } },
  );
  expect(Object.keys(short.finding(told))).toEqual(Object.keys(told));

  let deep: unknown = SECRET;
  for (let level = 0; level < 20; level += 1) deep = { deep };
  expect(holds(JSON.stringify(mask.value(deep)))).toBe(false);
  const loop: any = { text: SECRET };
  loop.loop = loop;
  expect(holds(JSON.stringify(mask.value(loop)))).toBe(false);

  const unreadable = new Error('outer');
  Object.defineProperty(unreadable, 'detail', {
    configurable: true,
    get: () => {
      throw new Error(SECRET);
    },
  });
  expect(() => mask.error(unreadable)).not.toThrow();
  const chain = Array.from({ length: 20 }).reduce<Error>(
    cause => new Error(`failed: ${SECRET}`, { cause }),
    new Error(SECRET),
  );
  mask.error(chain);
  let all = '';
  for (let error: any = chain; error; error = error.cause)
    all += `${error.message} ${error.stack}`;
  expect(holds(all)).toBe(false);
});

it('masks a long secret of non-ASCII characters without an error', () => {
  const large = 'é'.repeat(3_217);
  const one = new SecretMask([large]);
  expect(one.text(`sent ${large}`)).toBe('sent «secret»');
  expect(one.text('x'.repeat(1_000_000))).not.toContain('xxx');
});
