import type { CamundaVersion } from '../versions';
import { inRanges } from '../charts/versionRanges';
import { PROPERTIES } from './properties.data';

/** An application property or variable of Camunda's sign-in. */
export interface Property {
  /** Of the data: `identity`, `webModeler.restapi`, `zeebe-gateway`, … */
  component: string;
  /** Dotted, with `[n]` for an index and `<id>` for a name; undefined for a variable without a property. */
  name?: string;
  /** Spellings as variables, the newest first. */
  env: readonly string[];
  /** See {@link inRanges}. */
  ranges: string;
  kind: 'string' | 'url' | 'list' | 'bool' | 'secret' | 'duration';
  about: string;
  /** Only the very spelling works; everything else is bound by Spring's relaxed rules. */
  literal: boolean;
  default?: string;
  /** The name that replaces it. */
  use?: string;
}

let parsed: readonly Property[] | undefined;

function text(cell: string): string | undefined {
  return cell === '-' ? undefined : cell;
}

const ONE_PROVIDER = 'camunda.security.authentication.oidc.';
const EACH_PROVIDER = 'camunda.security.authentication.providers.oidc.<id>.';

/**
 * Each of several providers has the properties that a single one has, in the same class of Camunda's; the pages
 * list a part of them.
 */
function ofEachProvider(properties: readonly Property[]): Property[] {
  const listed = new Set(properties.map(({ name }) => name));
  return properties.flatMap((property): Property[] => {
    const { component, name, env, use } = property;
    if (component !== 'orchestration' || !name?.startsWith(ONE_PROVIDER))
      return [];
    const own = name.replace(ONE_PROVIDER, EACH_PROVIDER);
    if (listed.has(own)) return [];
    return [
      {
        ...property,
        name: own,
        env: env.map(spelling =>
          spelling.replace(
            'AUTHENTICATION_OIDC_',
            'AUTHENTICATION_PROVIDERS_OIDC_<ID>_',
          ),
        ),
        use: use?.replace(ONE_PROVIDER, EACH_PROVIDER),
      },
    ];
  });
}

/** Every known property of every version. */
export function allProperties(): readonly Property[] {
  if (parsed) return parsed;
  const properties: Property[] = [];
  let component = '';
  for (const row of PROPERTIES.split('\n')) {
    if (row.startsWith('# ')) component = row.slice(2);
    const cells = row.split(' | ');
    if (cells.length < 8) continue;
    const [name, env, ranges, kind, about, binding, value, use] = cells;
    properties.push({
      component,
      name: text(name),
      env: text(env)?.split(',') ?? [],
      ranges,
      kind: kind as Property['kind'],
      about,
      literal: binding === 'literal',
      default: JSON.parse(value) ?? undefined,
      use: text(use),
    });
  }
  parsed = [...properties, ...ofEachProvider(properties)];
  return parsed;
}

export function isOfVersion(
  { ranges }: Property,
  version: CamundaVersion,
): boolean {
  return inRanges(ranges, version);
}
