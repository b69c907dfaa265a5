import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readHosts } from './forHosts';
import { readConfig } from './readConfig';
import { readTemplates } from './readTemplates';
import { TemplatesProvider } from './TemplatesProvider';
import { mockServices } from '@backstage/backend-test-utils';

const read = (camundaIdentity: object) =>
  readConfig(
    mockServices.rootConfig({
      data: { catalog: { providers: { camundaIdentity } } },
    }),
  ).templates;

const hostsOf = (integrations: object) =>
  readHosts(mockServices.rootConfig({ data: { integrations } }));

const ALL = hostsOf({
  github: [{}, { host: 'ghe.example.com' }],
  gitlab: [{}],
  gitea: [{ host: 'gitea.example.com' }],
  bitbucketCloud: [{}],
  bitbucketServer: [{ host: 'git.example.com' }],
  azure: [{}],
});

describe('readTemplates', () => {
  it('returns valid templates with the configured owner, located beside their skeletons', async () => {
    const templates = readTemplates('group:default/platform', ALL);
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
      // The way the scaffolder resolves "./skeleton".
      const skeletons = (entity.spec!.steps as any[])
        .filter(({ action }) => action === 'fetch:template')
        .map(({ input }) => new URL(input.url, `file://${file}`));
      expect(
        skeletons.filter(skeleton => !existsSync(fileURLToPath(skeleton))),
      ).toEqual([]);
    }
  });

  describe('offers to publish to the Git hosts that the portal has', () => {
    const connect = (integrations: object): any =>
      readTemplates('group:default/platform', hostsOf(integrations)).find(
        ({ metadata }) => metadata.name === 'connect-oidc-provider',
      )!.spec;
    const where = (spec: any) => spec.parameters.at(-1);
    const offered = (spec: any) =>
      where(spec).properties.publish.oneOf.map((entry: any) => entry.const);
    const actions = (spec: any) =>
      spec.steps
        .map(({ action }: any) => action)
        .filter((action: string) => /^(publish|catalog):/.test(action));

    it('with a step for each of them and none for others', () => {
      const spec = connect({ gitea: [{ host: 'gitea.example.com' }] });
      expect(offered(spec)).toEqual(['show', 'gitea']);
      expect(actions(spec)).toEqual(['publish:gitea', 'catalog:register']);
      const [nothing, gitea] = where(spec).dependencies.publish.oneOf;
      expect(nothing.properties).toEqual({ publish: { enum: ['show'] } });
      expect(gitea.properties.repoUrl).toEqual({
        title: 'Repository',
        type: 'string',
        'ui:field': 'RepoUrlPicker',
        'ui:options': { allowedHosts: ['gitea.example.com'] },
      });
    });

    it('on the product’s own host where the integration names none', () => {
      const spec = connect({ github: [{}, { host: 'ghe.example.com' }] });
      expect(offered(spec)).toEqual(['show', 'github-pull-request', 'github']);
      expect(
        where(spec).dependencies.publish.oneOf[1].properties.repoUrl[
          'ui:options'
        ],
      ).toEqual({ allowedHosts: ['github.com', 'ghe.example.com'] });
    });

    it('whose action the scaffolder has, and names the others', () => {
      const hosts = hostsOf({
        github: [{}],
        gitlab: [{}],
        gitea: [{ host: 'gitea.example.com' }],
      });
      const withActions = (...ids: string[]): any =>
        readTemplates('group:default/platform', hosts, new Set(ids)).find(
          ({ metadata }) => metadata.name === 'connect-oidc-provider',
        )!.spec;
      const some = withActions('publish:gitea', 'catalog:register');
      expect(offered(some)).toEqual(['show', 'gitea']);
      expect(actions(some)).toEqual(['publish:gitea', 'catalog:register']);
      expect(where(some).properties.publish.description).toMatch(
        /without the module .*: GitHub, GitLab\.$/,
      );
      const none = withActions('catalog:register');
      expect(offered(none)).toEqual(['show']);
      expect(actions(none)).toEqual([]);
      const all = withActions(
        'publish:github',
        'publish:github:pull-request',
        'publish:gitlab',
        'publish:gitlab:merge-request',
        'publish:gitea',
        'catalog:register',
      );
      expect(all).toEqual(
        readTemplates('group:default/platform', hosts).find(
          ({ metadata }) => metadata.name === 'connect-oidc-provider',
        )!.spec,
      );
    });

    it('and say how one gets there where there is none', () => {
      const spec = connect({});
      expect(offered(spec)).toEqual(['show']);
      expect(where(spec).properties.publish.description).toMatch(
        /integrations/,
      );
      expect(actions(spec)).toEqual([]);
    });

    it('every choice is one of a known host, and has a step and an address', () => {
      for (const { spec } of readTemplates('group:default/platform', ALL)) {
        const page = (spec as any).parameters.find(
          ({ properties }: any) => properties.publish,
        );
        if (!page) continue;
        const [, ...choices] = page.properties.publish.oneOf.map(
          (entry: any) => entry.const,
        );
        const branches = page.dependencies.publish.oneOf.slice(1);
        expect(
          branches
            .flatMap(({ properties }: any) => properties.publish.enum)
            .sort(),
        ).toEqual([...choices].sort());
        for (const choice of choices)
          expect(
            (spec as any).steps.filter((step: any) =>
              step.if?.includes(`'${choice}'`),
            ),
          ).toHaveLength(1);
        for (const { properties } of branches)
          expect(
            properties.repoUrl['ui:options'].allowedHosts.length,
          ).toBeGreaterThan(0);
      }
    });
  });

  it('feeds a provider that asks the scaffolder for its actions', async () => {
    const applyMutation = jest.fn();
    const warn = jest.fn();
    const provide = async (actions: () => Promise<ReadonlySet<string>>) => {
      await new TemplatesProvider({
        read: known => readTemplates('group:default/platform', ALL, known),
        actions,
        schedule: {
          run: async ({ fn }) => fn(new AbortController().signal),
        },
        logger: mockServices.logger.mock({ warn }),
      }).connect({ applyMutation, refresh: jest.fn() });
      return JSON.stringify(applyMutation.mock.lastCall);
    };
    expect(await provide(async () => new Set(['publish:gitea']))).not.toContain(
      'publish:github',
    );
    expect(warn).not.toHaveBeenCalled();
    // A scaffolder that does not answer takes no host away.
    expect(
      await provide(() => Promise.reject(new Error('it is down'))),
    ).toContain('publish:github');
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('it is down'));
    expect(applyMutation).toHaveBeenCalledWith({
      type: 'full',
      entities: expect.arrayContaining([
        expect.objectContaining({
          entity: expect.objectContaining({ kind: 'Template' }),
        }),
      ]),
    });
  });

  it('is used only where an owner is configured', () => {
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
