import { checkBodySchema } from '../api/schemas';
import { createDraftSchema } from './schema';
import { problemMessage } from './problems';
import { readInput } from './readInput';

const provider = { type: 'GENERIC', issuer: 'https://idp.example.com' };

describe('problems of a check body', () => {
  it.each([
    ['a connection', checkBodySchema, {}],
    ['a draft', createDraftSchema(), { provider }],
  ])(
    'of %s say which clients there are, not what stands there instead',
    (_, schema, rest) => {
      for (const secrets of [
        { p4ssw0rd: 'zeebe' },
        { p4ssw0rd: 5, zeebe: 's3cret' },
        'p4ssw0rd',
        ['p4ssw0rd'],
      ]) {
        const { error } = readInput(schema, { ...rest, secrets });
        const message = problemMessage(error!);
        expect(message).toMatch(/^secrets: (has an unknown|expected secrets)/);
        expect(message).not.toMatch(/p4ssw0rd|s3cret/);
      }
      const { error } = readInput(schema, {
        ...rest,
        secrets: { p4ssw0rd: 'x' },
      });
      expect(problemMessage(error!)).toContain('identity, operate');
    },
  );

  it('name an unknown key beside the secrets, and the value of none', () => {
    const { error } = readInput(checkBodySchema, {
      secret: { zeebe: 's3cret' },
      secrets: { zeebe: ['s3cret'] },
    });
    expect(problemMessage(error!)).toBe(
      'secrets.zeebe: expected the secret as text; secret: unknown key',
    );
  });

  it('call the whole what the caller calls it', () => {
    const { error } = readInput(checkBodySchema, 'x');
    expect(problemMessage(error!)).toMatch(/^body: /);
    expect(problemMessage(error!, 'input')).toMatch(/^input: /);
  });
});
