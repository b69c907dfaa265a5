import type { CertificatePlace } from '../certificatePlace';
import type { ConfigSource } from '../ConfigSource';
import type { Setting } from './types';

/** How the settings of a key store are called, in the order path, password, alias, password of the key. */
type Names = readonly [
  path: Pick<Setting, 'name' | 'property'>,
  password: Pick<Setting, 'name' | 'property'>,
  alias: Pick<Setting, 'name' | 'property'>,
  keyPassword: Pick<Setting, 'name' | 'property'>,
];

function keyStore(place: CertificatePlace, names: Names): Setting[] {
  const [path, password, alias, keyPassword] = names;
  return [
    { ...path, value: place.path, comment: place.comment },
    { ...password, value: place.password },
    { ...alias, value: place.alias },
    { ...keyPassword, value: place.password },
  ];
}

/** Camunda docs, core settings of the Orchestration Cluster: private_key_jwt with a key store. */
export function clusterCertificate(place: CertificatePlace): Setting[] {
  const variable = 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC';
  const property = 'camunda.security.authentication.oidc';
  const of = (name: string, key: string) => ({
    name: `${variable}_ASSERTION_KEYSTORE_${name}`,
    property: `${property}.assertion.keystore.${key}`,
  });
  return [
    {
      name: `${variable}_CLIENTAUTHENTICATIONMETHOD`,
      property: `${property}.client-authentication-method`,
      value: 'private_key_jwt',
    },
    ...keyStore(place, [
      of('PATH', 'path'),
      of('PASSWORD', 'password'),
      of('KEYALIAS', 'key-alias'),
      of('KEYPASSWORD', 'key-password'),
    ]),
  ];
}

/** Camunda docs, Camunda Spring Boot Starter configuration. */
export function clientCertificate(place: CertificatePlace): Setting[] {
  const of = (name: string, key: string) => ({
    name: `CAMUNDA_CLIENT_AUTH_CLIENTASSERTION_${name}`,
    property: `camunda.client.auth.client-assertion.${key}`,
  });
  return keyStore(place, [
    of('KEYSTOREPATH', 'keystore-path'),
    of('KEYSTOREPASSWORD', 'keystore-password'),
    of('KEYSTOREKEYALIAS', 'keystore-key-alias'),
    of('KEYSTOREKEYPASSWORD', 'keystore-key-password'),
  ]);
}

/** Camunda docs, "Microsoft Entra ID certificate authentication" of Management Identity: variables only. */
export function identityCertificate(
  values: ConfigSource,
  place: CertificatePlace,
): Setting[] {
  const variable = 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC';
  const of = (name: string) => ({
    name: `${variable}_CLIENT_ASSERTION_KEYSTORE_${name}`,
  });
  return [
    { name: 'CAMUNDA_SECURITY_CERT_AUTH_ENABLED', value: 'true' },
    { name: 'CAMUNDA_SECURITY_AUTHENTICATION_METHOD', value: 'oidc' },
    {
      name: `${variable}_GRANTTYPE`,
      value: 'authorization_code',
      comment:
        'Camunda’s page has client_credentials here and a scope <client ID>/.default, for calls without people.',
    },
    { name: `${variable}_SCOPES`, value: values.scopes('identity').join(',') },
    { name: `${variable}_JWK_SET_URI`, value: values.jwksUrl },
    ...keyStore(place, [
      of('PATH'),
      of('PASSWORD'),
      of('KEY_ALIAS'),
      of('KEY_PASSWORD'),
    ]),
  ];
}
