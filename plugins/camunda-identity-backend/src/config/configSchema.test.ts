import { loadConfigSchema } from '@backstage/config-loader';

jest.setTimeout(60_000);

describe('config.d.ts', () => {
  it('is a schema that Backstage can load at its start', async () => {
    const schema = await loadConfigSchema({
      dependencies: ['backstage-plugin-camunda-identity-backend'],
      packagePaths: [require.resolve('../../package.json')],
    });
    const [secret] = schema.process(
      [
        {
          context: 'test',
          data: {
            camundaIdentity: { secrets: { keys: [{ id: 'k', value: 'v' }] } },
          },
        },
      ],
      { visibility: ['secret'], ignoreSchemaErrors: true },
    );
    expect(secret.data).toEqual({
      camundaIdentity: { secrets: { keys: [{ value: 'v' }] } },
    });
  });
});
