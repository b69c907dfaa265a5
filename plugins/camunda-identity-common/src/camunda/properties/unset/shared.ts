import type { Settings, UnsetRule } from '../UnsetRule';

export const OIDC = 'camunda.security.authentication.oidc';

/** The component has something of a sign-in with the provider. */
export const signsIn =
  (container: string, when: (settings: Settings) => boolean = () => true) =>
  (settings: Settings) =>
    [
      'camunda.identity.type',
      'camunda.identity.issuer',
      'camunda.identity.issuer-backend-url',
      'camunda.identity.client-id',
      'camunda.identity.audience',
      'zeebe.gateway.security.authentication.identity.audience',
      'zeebe.broker.gateway.security.authentication.identity.audience',
      'identity.auth-provider.type',
      'identity.auth-provider.issuer-url',
      'camunda.operate.identity.client-id',
      'camunda.tasklist.identity.client-id',
      'security.auth.ccsm.client-id',
      'oauth2.client-id',
      'oauth2.type',
      'camunda.modeler.security.jwt.audience.internal-api',
      'camunda.hub.oauth2.client-id',
      'camunda.hub.security.jwt.audience.internal-api',
      `${OIDC}.client-id`,
      `${OIDC}.issuer-uri`,
      'camunda.console.oauth.client-id',
    ].some(name => settings.property(container, name) !== undefined) &&
    !/^KEYCLOAK$/.test(settings.namedType ?? '') &&
    when(settings);

export const says = (container: string, name: string) => (settings: Settings) =>
  settings.property(container, name) !== undefined;

export const UNKNOWN_CLIENT =
  'the provider does not know the client: AADSTS700016, invalid_client or unauthorized_client';

/** `NAME=value (property: value)`. */
export function line(
  variable: string,
  property: string,
  value: string,
): string {
  return `${variable}=${value} (${property}: ${value})`;
}

/** What every component up to 8.7, and Management Identity and Optimize later, take from `camunda.identity`. */
export function identityClient(
  container: string,
  versions: string,
  own: {
    prefix?: string;
    needs: ReadonlyArray<
      | 'type'
      | 'issuer'
      | 'issuer-backend-url'
      | 'client-id'
      | 'audience'
      | 'base-url'
    >;
    or?: Readonly<Record<string, readonly string[]>>;
  },
): UnsetRule[] {
  const facts = {
    type: {
      variable: 'CAMUNDA_IDENTITY_TYPE',
      value: 'GENERIC',
      symptom: 'sign-in fails at paths of Keycloak’s (404), or tokens get 401',
      cause: 'KEYCLOAK stands',
    },
    issuer: {
      variable: 'CAMUNDA_IDENTITY_ISSUER',
      value: '<issuer>',
      symptom: 'sign-in cannot begin, or tokens get 401 (iss does not match)',
      cause: 'nothing says who issues the tokens',
    },
    'issuer-backend-url': {
      variable: 'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
      value: '<issuer>',
      symptom: 'tokens cannot be checked: 401, UNAUTHENTICATED at the gateway',
      cause: 'nothing says where the provider is reached',
    },
    'client-id': {
      variable: 'CAMUNDA_IDENTITY_CLIENT_ID',
      value: '<client ID>',
      symptom: UNKNOWN_CLIENT,
      cause: 'nothing names the application',
    },
    audience: {
      variable: 'CAMUNDA_IDENTITY_AUDIENCE',
      value: '<audience>',
      symptom:
        container === 'identity'
          ? 'Identity does not start, or refuses its own token with 401'
          : 'tokens are refused with 401 (UNAUTHENTICATED at the gateway), or sign-in ends at /noPermission: aud does not match',
      cause: 'nothing names the audience',
    },
    'base-url': {
      variable: 'CAMUNDA_IDENTITY_BASEURL',
      value: '<URL of Management Identity>',
      symptom:
        container === 'zeebe-gateway'
          ? 'every call fails: "URI with undefined scheme" in GenericAuthentication.getPermissions'
          : 'people sign in and see /noPermission, whatever roles they have',
      cause:
        'with an external provider permissions come from Management Identity, and nothing says where it is',
    },
  };
  return own.needs.map(name => {
    const { variable, value, symptom, cause } = facts[name];
    return {
      versions,
      container,
      key: `camunda.identity.${name}`,
      or: [
        ...(own.prefix
          ? [`${own.prefix}.${name === 'issuer' ? 'issuer-url' : name}`]
          : []),
        ...(own.or?.[name] ?? []),
      ],
      when: signsIn(container),
      symptom,
      cause,
      line: line(variable, `camunda.identity.${name}`, value),
    };
  });
}

/** A profile that has to be among those that are active. */
export function profile(
  container: string,
  versions: string,
  name: string,
  symptom: string,
  cause: string,
): UnsetRule {
  return {
    versions,
    container,
    key: 'spring.profiles.active',
    when: signsIn(container),
    symptom,
    cause,
    line: line('SPRING_PROFILES_ACTIVE', 'spring.profiles.active', name),
  };
}

/** A secret may come from a place that the file does not show. */
export function secret(
  container: string,
  versions: string,
  key: string,
  variable: string,
  or: readonly string[],
): UnsetRule {
  return {
    versions,
    container,
    key,
    or,
    when: signsIn(container),
    symptom: 'the provider answers invalid_client (AADSTS7000218)',
    cause: 'the file has no secret; it may come from elsewhere',
    line: line(variable, key, '${…}, from a Secret'),
    result: 'info',
  };
}

/** One setting that a component needs: its variable, its property where it has one, and what happens without it. */
export interface Need {
  key: string;
  variable: string;
  value: string;
  or?: readonly string[];
  symptom: string;
  cause: string;
  provider?: UnsetRule['provider'];
  result?: UnsetRule['result'];
  versions?: string;
  /** Instead of the condition of the component. */
  when?: UnsetRule['when'];
}

/** Settings that one component needs under one condition. */
export function needs(
  container: string,
  versions: string,
  when: (settings: Settings) => boolean,
  rows: readonly Need[],
): UnsetRule[] {
  return rows.map(({ variable, value, ...rest }) => ({
    versions,
    container,
    when,
    ...rest,
    line:
      variable === rest.key
        ? `${variable}${variable.includes('.') ? ': ' : '='}${value}`
        : line(variable, rest.key, value),
  }));
}

/** True where a file has one of a component's settings. */
export const saysOneOf =
  (container: string, names: readonly string[]) => (settings: Settings) =>
    names.some(name => settings.property(container, name) !== undefined);
