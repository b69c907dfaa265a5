import { apiEntityV1alpha1Validator } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { createOpenApiDocument } from 'backstage-plugin-camunda-identity-common/openapi';
import { apiEntity } from './apiEntity';
import { readConfig } from './readConfig';

const read = (camundaIdentity: object) =>
  readConfig(
    new ConfigReader({
      catalog: { providers: { camundaIdentity } },
    } as never),
  );

it('returns defaults without configuration', () => {
  expect(readConfig(new ConfigReader({}))).toEqual({
    schedule: expect.objectContaining({ frequency: { minutes: 5 } }),
  });
});

it.each<[object, RegExp]>([
  [
    { shedule: {} },
    /^catalog\.providers\.camundaIdentity\.shedule: unknown key/,
  ],
  [
    { default: { schedule: {} } },
    /^catalog\.providers\.camundaIdentity\.default: unknown key/,
  ],
  [{ schedule: { foo: 1 } }, /camundaIdentity\.schedule\.foo: unknown key/],
  [
    { schedule: { frequency: { minutes: 1 } } },
    /^catalog\.providers\.camundaIdentity\.schedule\.timeout: is missing$/,
  ],
  [
    { schedule: { frequency: 'often', timeout: 'PT1M' } },
    /^catalog\.providers\.camundaIdentity\.schedule: .*frequency/,
  ],
  [{ api: {} }, /camundaIdentity\.api\.owner: is missing/],
  [{ api: { owner: 'platform' } }, /api\.owner: .*full entity reference/],
])('rejects %j with a one-line message', (config, message) => {
  let line = '';
  try {
    read(config);
  } catch (error) {
    line = (error as Error).message;
  }
  expect(line).toMatch(message);
  expect(line).not.toContain('\n');
});

it('produces an API entity with the served OpenAPI document', async () => {
  const { api } = read({ api: { owner: 'Group:default/Platform' } });
  const entity = apiEntity({
    ...api!,
    clouds: ['global', 'usgov', 'china', 'sovereign'],
  });
  expect(await apiEntityV1alpha1Validator.check(entity)).toBe(true);
  expect(entity.spec).toMatchObject({
    owner: 'group:default/platform',
    type: 'openapi',
  });
  const document = JSON.parse(entity.spec!.definition as string);
  expect(document).toEqual(
    JSON.parse(
      JSON.stringify(
        createOpenApiDocument({
          clouds: ['global', 'usgov', 'china', 'sovereign'],
        }),
      ),
    ),
  );
});
