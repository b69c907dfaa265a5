import type { ComponentClientKey } from '../../camunda';
import type { ConfigSource } from '../ConfigSource';
import type { Setting } from './types';

/** The address under which a container reaches Management Identity, which knows people's permissions. */
export function identityAddress(
  values: ConfigSource,
  names: Pick<Setting, 'name' | 'property'>,
): Setting {
  return {
    ...names,
    value: values.url('identity'),
    comment:
      'The address under which this container reaches Identity; the internal one where there is one.',
    internalAddress: true,
  };
}

/** What every component of the older kind is told of the provider (chart 8.7, templates/camunda). */
export function identityProvider(values: ConfigSource): Setting[] {
  return [
    {
      name: 'CAMUNDA_IDENTITY_TYPE',
      property: 'camunda.identity.type',
      value: values.type,
    },
    identityAddress(values, {
      name: 'CAMUNDA_IDENTITY_BASEURL',
      property: 'camunda.identity.baseUrl',
    }),
    {
      name: 'CAMUNDA_IDENTITY_ISSUER',
      property: 'camunda.identity.issuer',
      value: values.issuer,
    },
    {
      name: 'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
      property: 'camunda.identity.issuerBackendUrl',
      value: values.issuerBackendUrl,
    },
  ];
}

/** The application itself, as the older kind of component names it. */
export function identityClient(
  values: ConfigSource,
  client: ComponentClientKey,
  inKubernetes: boolean,
): Setting[] {
  return [
    {
      name: 'CAMUNDA_IDENTITY_CLIENT_ID',
      property: 'camunda.identity.clientId',
      value: values.clientId(client),
    },
    {
      name: 'CAMUNDA_IDENTITY_CLIENT_SECRET',
      property: 'camunda.identity.clientSecret',
      value: values.secret(client, inKubernetes),
    },
  ];
}

/** Where tokens of the provider are checked (Spring Security, resource server). */
export function resourceServer(
  values: ConfigSource,
  issuer: string,
  spelling: 'ISSUER_URI' | 'ISSUERURI' = 'ISSUER_URI',
): Setting[] {
  const prefix = 'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT';
  const property = 'spring.security.oauth2.resourceserver.jwt';
  return [
    {
      name: `${prefix}_${spelling}`,
      property: `${property}.issuer-uri`,
      value: issuer,
    },
    {
      name: `${prefix}_${
        spelling === 'ISSUERURI' ? 'JWKSETURI' : 'JWK_SET_URI'
      }`,
      property: `${property}.jwk-set-uri`,
      value: values.jwksUrl,
    },
  ];
}
