import {
  hasOrchestrationCluster,
  type CamundaVersion,
  type ClientKey,
  type ProviderType,
} from '../camunda';
import { keyTable, type KeyTable } from './read/keyTable';

/**
 * The keys through which configuration names an application.
 *
 * @public
 */
export interface ClientConfigKeys {
  /** Environment variables by container. */
  env: Array<{ container: string; names: string[] }>;
  /** Dotted Helm keys. */
  helm: string[];
  /** Dotted keys of application.yaml; empty up to 8.7. */
  applicationYaml: string[];
}

const TYPES: readonly ProviderType[] = ['GENERIC', 'MICROSOFT'];

/** The component's URL is a key of its first application. */
function belongs(member: string | undefined, client: ClientKey): boolean {
  if (!member) return false;
  const [component, part] = client.split('.');
  return (
    member.startsWith(`components.${client}.`) ||
    (part === 'ui' && member === `components.${component}.url`) ||
    (client === 'identity' && member.startsWith('initialClaim.'))
  );
}

function collect(
  table: KeyTable,
  client: ClientKey,
): Array<{ container: string; path: readonly string[] }> {
  return [...table].flatMap(([container, keys]) =>
    [...keys.values()]
      .filter(({ member }) => belongs(member, client))
      .map(({ entry }) => ({ container, path: entry.path })),
  );
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/**
 * Environment variables and keys that hold something of an application, as the writers use them.
 *
 * @public
 */
export function clientConfigKeys(
  client: ClientKey,
  version: CamundaVersion,
): ClientConfigKeys {
  const of = (format: 'env' | 'helm' | 'application-yaml') =>
    TYPES.flatMap(type => collect(keyTable(version, type, format), client));
  const env = of('env');
  return {
    env: unique(env.map(({ container }) => container)).map(container => ({
      container,
      names: unique(
        env
          .filter(entry => entry.container === container)
          .map(({ path }) => path[0]),
      ),
    })),
    helm: unique(of('helm').map(({ path }) => path.join('.'))),
    applicationYaml: hasOrchestrationCluster(version)
      ? unique(of('application-yaml').map(({ path }) => path.join('.')))
      : [],
  };
}
