import type { Settings } from '../../properties/UnsetRule';

/** Where the provider and the components are configured. */
export const A = 'global.identity.auth';
export const CLUSTER = 'orchestration.security.authentication.oidc';
export const CONNECTORS = 'connectors.security.authentication.oidc';

/** An external provider is meant: the file names its type, or what only such a one needs. */
export function isExternal(settings: Settings): boolean {
  if (settings.namedType)
    return /^(GENERIC|MICROSOFT)$/.test(settings.namedType);
  return ['issuer', 'issuerBackendUrl', 'jwksUrl', 'tokenUrl', 'authUrl'].some(
    key => settings.chart(`${A}.${key}`),
  );
}

/** A component is part of the release: switched on, or on by default, or configured. */
export function isOn(settings: Settings, section: string): boolean {
  const said = settings.chart(`${section}.enabled`);
  if (said !== undefined) return said === 'true';
  const auth = section === 'camundaHub' ? 'webModeler' : section;
  return (
    settings.chartOrDefault(`${section}.enabled`) === 'true' ||
    settings.chart(`${A}.${auth}`) !== undefined ||
    settings.chart(`${A}.${section}`) !== undefined
  );
}

export const external = (settings: Settings) =>
  isExternal(settings) && settings.chart(`${A}.enabled`) !== 'false';

/** Component and provider together. */
export const on =
  (section: string, when: (settings: Settings) => boolean = () => true) =>
  (settings: Settings) =>
    external(settings) && isOn(settings, section) && when(settings);

export const hasBlock = (settings: Settings) =>
  isExternal(settings) && settings.chart(A) !== undefined;

/** The cluster signs in with the provider, or its settings say that it should. */
export const cluster =
  (when: (settings: Settings) => boolean = () => true) =>
  (settings: Settings) => {
    if (settings.chart('orchestration.enabled') === 'false') return false;
    const method =
      settings.chart('orchestration.security.authentication.method') ??
      settings.chart('global.security.authentication.method');
    const meant =
      method === 'oidc' ||
      (method === undefined &&
        (settings.chart(CLUSTER) !== undefined || isExternal(settings)));
    return meant && when(settings);
  };

export const connectorsOn =
  (when: (settings: Settings) => boolean = () => true) =>
  (settings: Settings) =>
    settings.chart('connectors.enabled') !== 'false' &&
    settings.chart('connectors.security.authentication.method') !== 'basic' &&
    settings.chart('connectors.security.authentication.method') !== 'none' &&
    cluster(when)(settings);

export const noIssuer = (settings: Settings) => !settings.chart(`${A}.issuer`);

export const UNKNOWN_CLIENT =
  'the provider does not know the client: AADSTS700016, invalid_client or unauthorized_client';
export const WRONG_AUDIENCE =
  'tokens are refused with 401, or sign-in ends at /noPermission: the aud of the token is another';
export const wrongRedirect = (path: string) =>
  `AADSTS50011 or "Invalid redirect_uri" for ${path}, or the browser lands on localhost`;
