import { loadConfigSchema, type ConfigSchema } from '@backstage/config-loader';
import { z } from 'zod';
import { configSchema } from './schema';

jest.setTimeout(60_000);

interface Node {
  properties?: Record<string, Node>;
  additionalProperties?: Node | boolean;
  items?: Node;
  visibility?: string;
  deepVisibility?: string;
}

/** Paths of all keys of a schema with their visibility; presets count as one key, as in the code. */
function described(
  node: Node,
  path: string,
  deep?: string,
): Array<[path: string, visibility: string | undefined]> {
  const below = node.deepVisibility ?? deep;
  const map = node.additionalProperties;
  if (path === 'camundaIdentity.presets') return [[path, node.visibility]];
  if (node.properties)
    return Object.entries(node.properties).flatMap(([key, inner]) =>
      described(inner, `${path}.${key}`, below),
    );
  if (node.items?.properties) return described(node.items, `${path}[]`, below);
  if (typeof map === 'object') return described(map, `${path}.*`, below);
  return [[path, node.visibility ?? below]];
}

describe('config.d.ts', () => {
  let schema: ConfigSchema;

  beforeAll(async () => {
    schema = await loadConfigSchema({
      dependencies: [],
      packagePaths: [
        require.resolve('../../package.json'),
        require.resolve(
          'backstage-plugin-camunda-identity-common/package.json',
        ),
      ],
    });
  });

  it('is a schema that Backstage can load at startup', () => {
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

  it('has the same keys as the code, each with its visibility', () => {
    const { schemas } = schema.serialize() as unknown as {
      schemas: Array<{ value: Node }>;
    };
    const all = schemas.flatMap(({ value }) =>
      value.properties?.camundaIdentity
        ? described(value.properties.camundaIdentity, 'camundaIdentity')
        : [],
    );
    const code = z.toJSONSchema(configSchema, {
      io: 'input',
      unrepresentable: 'any',
    }) as Node;
    expect(all.map(([path]) => path).sort()).toEqual(
      described(code, 'camundaIdentity')
        .map(([path]) => path)
        .sort(),
    );
    // The packages are read concurrently and arrive in any order.
    expect(
      Object.fromEntries(
        all.filter(([, visibility]) => visibility !== 'backend'),
      ),
    ).toEqual({
      'camundaIdentity.secrets.keys[].value': 'secret',
      'camundaIdentity.microsoft.clouds.*.title': 'frontend',
      'camundaIdentity.microsoft.clouds.*.loginBaseUrl': 'frontend',
    });
  });
});
