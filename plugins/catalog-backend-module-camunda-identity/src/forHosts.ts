import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';

/** Git hosts, by the kind of their integration. */
export type Hosts = ReadonlyMap<string, readonly string[]>;

/** Names of `publish` by kinds of `integrations`. */
const KINDS: Readonly<Record<string, string>> = {
  github: 'github',
  gitlab: 'gitlab',
  gitea: 'gitea',
  'bitbucket-cloud': 'bitbucketCloud',
  'bitbucket-server': 'bitbucketServer',
  azure: 'azure',
};

/** Nothing is published. */
const SHOW = 'show';

/** Where the company has no one host, the product's own. */
const PUBLIC: Readonly<Record<string, string>> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucketCloud: 'bitbucket.org',
  azure: 'dev.azure.com',
};

/** The Git hosts that a portal has written into its `integrations`. */
export function readHosts(root: Config): Hosts {
  const hosts = new Map<string, readonly string[]>();
  for (const kind of Object.values(KINDS)) {
    const names = (root.getOptionalConfigArray(`integrations.${kind}`) ?? [])
      .map(entry => entry.getOptionalString('host') ?? PUBLIC[kind])
      .filter(name => name !== undefined);
    if (names.length > 0) hosts.set(kind, names);
  }
  return hosts;
}

/** `github-pull-request` and `github` are both GitHub. */
function kindOf(publish: string): string | undefined {
  return KINDS[publish.replace(/-(pull|merge)-request$/, '')];
}

const TITLES: Readonly<Record<string, string>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  gitea: 'Gitea',
  bitbucketCloud: 'Bitbucket Cloud',
  bitbucketServer: 'Bitbucket Server',
  azure: 'Azure DevOps',
};

/** What a person has to know about the choice of hosts. */
function hint(offered: Hosts, missing: readonly string[]): string | undefined {
  if (missing.length > 0) {
    const names = missing.map(kind => TITLES[kind]).join(', ');
    return `In the integrations of this portal, but without the module of the scaffolder that publishes there: ${names}.`;
  }
  return offered.size > 0
    ? undefined
    : 'A Git host appears here once it is in the integrations of this portal.';
}

/** The parameters of a step, with `publish` for these hosts only. */
function parametersFor(step: any, hosts: Hosts, missing: readonly string[]) {
  const publish = step.properties?.publish;
  if (!publish?.oneOf) return step;
  const description = hint(hosts, missing);
  const isThere = (value: string) =>
    value === SHOW || hosts.has(kindOf(value) ?? '');
  const branches = step.dependencies.publish.oneOf
    .filter((branch: any) => branch.properties.publish.enum.some(isThere))
    .map((branch: any) => {
      const { repoUrl, ...properties } = branch.properties;
      if (!repoUrl) return branch;
      const allowedHosts = hosts.get(kindOf(properties.publish.enum[0])!);
      // Backstage's field asks for owner and name one by one; it wants to know the hosts.
      const field = {
        title: repoUrl.title,
        type: repoUrl.type,
        'ui:field': 'RepoUrlPicker',
        'ui:options': { allowedHosts },
      };
      return { ...branch, properties: { ...properties, repoUrl: field } };
    });
  return {
    ...step,
    properties: {
      ...step.properties,
      publish: {
        ...publish,
        ...(description ? { description } : {}),
        oneOf: publish.oneOf.filter((option: any) => isThere(option.const)),
      },
    },
    dependencies: { ...step.dependencies, publish: { oneOf: branches } },
  };
}

/** The value of `publish` for which a step is there: `${{ parameters.publish == 'github' }}`. */
function chosenBy(step: any): string | undefined {
  return /parameters\.publish == '([\w-]+)'/.exec(String(step.if))?.[1];
}

/** Ids of the actions that a portal's scaffolder has. */
export type Actions = ReadonlySet<string>;

/** The hosts to which the template can publish with these actions. */
function usable(spec: any, hosts: Hosts, actions: Actions): Hosts {
  const kinds = new Set(
    spec.steps
      .filter(({ action }: any) => actions.has(action))
      .map((step: any) => kindOf(chosenBy(step) ?? '')),
  );
  return new Map([...hosts].filter(([kind]) => kinds.has(kind)));
}

/**
 * A template that offers the Git hosts which a portal has, with a step for no other.
 *
 * @param template - one of this package
 * @param all - those of the portal's `integrations`
 * @param actions - those of the portal's scaffolder; left out while nobody knows them
 */
export function forHosts(
  template: Entity,
  all: Hosts,
  actions?: Actions,
): Entity {
  const spec: any = template.spec;
  const hosts = actions ? usable(spec, all, actions) : all;
  const missing = [...all.keys()].filter(kind => !hosts.has(kind));
  return {
    ...template,
    spec: {
      ...spec,
      parameters: spec.parameters.map((step: any) =>
        parametersFor(step, hosts, missing),
      ),
      steps: spec.steps.filter((step: any) => {
        const publish = chosenBy(step);
        if (publish !== undefined) return hosts.has(kindOf(publish) ?? '');
        // What is done with a repository, once there is one.
        return hosts.size > 0 || !String(step.if).includes('repoContentsUrl');
      }),
    },
  };
}
