import type { CamundaVersion, ProviderType } from '../../camunda';
import {
  canonicalProperty,
  canonicalVariable,
} from '../../camunda/properties/spellings';
import type { Property } from '../../camunda/properties/Property';
import {
  propertiesOfPath,
  propertiesOfVariable,
} from '../../camunda/properties/lookup';
import { CLIENTS, containerOf, type Container } from './components';
import { keyTable, type KeyMeaning } from './keyTable';

/** What the properties and variables of one container stand for in a record. */
interface ContainerMeanings {
  byProperty: Map<string, KeyMeaning>;
  byVariable: Map<string, KeyMeaning>;
  byPath: Map<string, KeyMeaning>;
}

const tables = new Map<string, Map<Container, ContainerMeanings>>();

/**
 * The writers' own variables and properties, by the property that they set: whichever spelling a file has, it
 * is looked up by what Spring makes of it.
 */
function writersMeanings(
  version: CamundaVersion,
  type: ProviderType,
): Map<Container, ContainerMeanings> {
  const id = `${version} ${type}`;
  const known = tables.get(id);
  if (known) return known;
  const found = new Map<Container, ContainerMeanings>();
  const of = (container: Container) => {
    const own = found.get(container) ?? {
      byProperty: new Map(),
      byVariable: new Map(),
      byPath: new Map(),
    };
    found.set(container, own);
    return own;
  };
  const put = (
    map: Map<string, KeyMeaning>,
    key: string,
    meaning: KeyMeaning,
  ) => {
    if (!map.has(key)) map.set(key, meaning);
  };
  for (const [container, keys] of keyTable(version, type, 'env'))
    for (const meaning of keys.values()) {
      const [name, ...rest] = meaning.entry.path;
      if (rest.length) continue;
      put(of(container).byVariable, canonicalVariable(name), meaning);
      for (const property of propertiesOfVariable(name, version))
        if (property.name && containerOf(property) === container)
          put(of(container).byProperty, property.name, meaning);
    }
  for (const [container, keys] of keyTable(version, type, 'application-yaml'))
    for (const meaning of keys.values()) {
      const { path } = meaning.entry;
      put(of(container).byPath, canonicalProperty(path.join('.')), meaning);
      for (const property of propertiesOfPath(path, version))
        if (property.name && containerOf(property) === container)
          put(of(container).byProperty, property.name, meaning);
    }
  tables.set(id, found);
  return found;
}

/** Properties under which a component has its own connection to the provider. */
const CONNECTION =
  /^(camunda\.identity\.|camunda\.(operate|tasklist)\.identity\.|security\.auth\.ccsm\.|camunda\.security\.authentication\.oidc\.|camunda\.client\.auth\.|identity\.auth-provider\.|identity\.(client-id|client-secret|url)$|zeebe\.(broker\.)?gateway\.security\.authentication\.identity\.|camunda\.console\.oAuth\.|oAuth2\.)/;

/** The record's member behind a property that no writer writes. */
function memberOf(
  { name = '', about, kind }: Property,
  container: Container,
): string | undefined {
  const client = CLIENTS[container];
  if (!client || !CONNECTION.test(name)) return undefined;
  const component = client.split('.')[0];
  switch (about) {
    case 'type':
      return 'provider.type';
    case 'issuer':
      return 'provider.issuer';
    case 'issuerBackend':
      return 'provider.issuerBackendUrl';
    case 'jwksUrl':
      return /additional/.test(name) ? undefined : 'provider.jwksUrl';
    case 'tokenUrl':
      return 'provider.tokenUrl';
    case 'authUrl':
      return kind === 'url' ? 'provider.authUrl' : undefined;
    case 'clientId':
      return `components.${client}.clientId`;
    case 'clientSecret':
      return `components.${client}.secret.env.name`;
    case 'audiences':
      return `components.${client}.audiences`;
    case 'audience':
      return `components.${client}.audience`;
    case 'redirectRootUrl':
      return `components.${component}.url`;
    case 'redirectUrl':
      return `components.${client}.redirectUri`;
    case 'baseUrl':
      return kind === 'url' ? `components.${component}.url` : undefined;
    case 'identityUrl':
      return container === 'identity' ? 'components.identity.url' : undefined;
    default:
      return undefined;
  }
}

/** What a property or variable of a container means, and what is known of it. */
export interface Looked {
  meaning?: KeyMeaning;
  property?: Property;
}

function choose(
  properties: readonly Property[],
  container: Container,
  version: CamundaVersion,
  type: ProviderType,
): Looked {
  const own = properties.filter(
    property => containerOf(property) === container,
  );
  const table = writersMeanings(version, type).get(container);
  for (const property of own) {
    const meaning = table?.byProperty.get(property.name ?? '');
    if (meaning) return { meaning, property };
  }
  const [property] = own;
  if (!property) return {};
  const member = memberOf(property, container);
  return { property, meaning: member ? { member } : undefined };
}

/** Looks a variable of a container up. */
export function lookUpVariable(
  name: string,
  container: Container,
  version: CamundaVersion,
  type: ProviderType,
): Looked {
  const own = choose(
    propertiesOfVariable(name, version),
    container,
    version,
    type,
  );
  const written = writersMeanings(version, type)
    .get(container)
    ?.byVariable.get(canonicalVariable(name));
  return written ? { ...own, meaning: written } : own;
}

/** Looks a key of application.yaml or .properties up. */
export function lookUpProperty(
  path: readonly string[],
  container: Container,
  version: CamundaVersion,
  type: ProviderType,
): Looked {
  const own = choose(propertiesOfPath(path, version), container, version, type);
  if (own.meaning) return own;
  const meaning = writersMeanings(version, type)
    .get(container)
    ?.byPath.get(canonicalProperty(path.join('.')));
  return { ...own, meaning };
}
