import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfig } from './readConfig';
import { FixedEntityProvider } from './FixedEntityProvider';
import { readTemplates } from './readTemplates';
import { mockServices } from '@backstage/backend-test-utils';

const read = (camundaIdentity: object) =>
  readConfig(
    mockServices.rootConfig({
      data: { catalog: { providers: { camundaIdentity } } },
    }),
  ).templates;

describe('templates', () => {
  it('are valid, belong to whom the configuration says, and lie beside their skeletons', async () => {
    const templates = readTemplates('group:default/platform');
    expect(templates.map(({ metadata }) => metadata.name)).toContain(
      'connect-oidc-provider',
    );
    for (const entity of templates) {
      expect(await templateEntityV1beta3Validator.check(entity)).toBe(true);
      expect(entity.spec!.owner).toBe('group:default/platform');
      const location =
        entity.metadata.annotations!['backstage.io/managed-by-location'];
      const [, file] = /^file:(.*)$/.exec(location)!;
      expect(existsSync(file)).toBe(true);
      // As the scaffolder reads "./skeleton".
      const skeletons = (entity.spec!.steps as any[])
        .filter(({ action }) => action === 'fetch:template')
        .map(({ input }) => new URL(input.url, `file://${file}`));
      expect(
        skeletons.filter(skeleton => !existsSync(fileURLToPath(skeleton))),
      ).toEqual([]);
    }
  });

  it('are given to the catalog at once', async () => {
    const applyMutation = jest.fn();
    await new FixedEntityProvider(
      'templates',
      readTemplates('group:default/platform'),
    ).connect({ applyMutation, refresh: jest.fn() });
    expect(applyMutation).toHaveBeenCalledWith({
      type: 'full',
      entities: expect.arrayContaining([
        expect.objectContaining({
          entity: expect.objectContaining({ kind: 'Template' }),
        }),
      ]),
    });
  });

  it('are provided only with an owner', () => {
    expect(read({})).toBeUndefined();
    expect(read({ templates: { owner: 'Group:default/Platform' } })).toEqual({
      owner: 'group:default/platform',
    });
    expect(() => read({ templates: {} })).toThrow(/templates/);
    expect(() => read({ templates: { owner: 'x y' } })).toThrow(
      'catalog.providers.camundaIdentity.templates.owner: ',
    );
    expect(() => read({ templates: { owners: 'x' } })).toThrow(/unknown key/);
  });
});
