import type { ClientKey } from '../../camunda';
import type { ConfigSource } from '../ConfigSource';
import type { EnvEntry, EnvWriter } from './entries';

/** Operate and Tasklist reach Zeebe with Zeebe's client (chart 8.7, templates/{operate,tasklist}). */
function zeebeClient(values: ConfigSource, inKubernetes: boolean): EnvEntry[] {
  if (!values.has('zeebe')) return [];
  const scope = values.tokenScope('zeebe');
  return [
    { name: 'ZEEBE_CLIENT_ID', value: values.clientId('zeebe') },
    {
      name: 'ZEEBE_CLIENT_SECRET',
      value: values.secret('zeebe', inKubernetes),
    },
    { name: 'ZEEBE_TOKEN_AUDIENCE', value: values.audience('zeebe') },
    ...(scope ? [{ name: 'ZEEBE_TOKEN_SCOPE', value: scope }] : []),
    { name: 'ZEEBE_AUTHORIZATION_SERVER_URL', value: values.tokenUrl },
  ];
}

function webApplication(
  client: Extract<ClientKey, 'operate' | 'tasklist'>,
  redirectRoot: string,
): EnvWriter {
  return (values, inKubernetes) => ({
    client,
    container: client,
    comments: [],
    entries: [
      { name: 'SPRING_PROFILES_ACTIVE', value: 'identity-auth' },
      { name: 'CAMUNDA_IDENTITY_TYPE', value: values.type },
      { name: 'CAMUNDA_IDENTITY_ISSUER', value: values.issuer },
      {
        name: 'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
        value: values.issuerBackendUrl,
      },
      { name: 'CAMUNDA_IDENTITY_CLIENT_ID', value: values.clientId(client) },
      {
        name: 'CAMUNDA_IDENTITY_CLIENT_SECRET',
        value: values.secret(client, inKubernetes),
      },
      { name: 'CAMUNDA_IDENTITY_AUDIENCE', value: values.audience(client) },
      {
        name: 'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI',
        value: values.issuerBackendUrl,
      },
      {
        name: 'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI',
        value: values.jwksUrl,
      },
      { name: redirectRoot, value: values.url(client) },
      ...zeebeClient(values, inKubernetes),
    ],
  });
}

/** Chart 8.7, templates/operate; property camunda.operate.identity.redirectRootUrl. */
export const operateEnv = webApplication(
  'operate',
  'CAMUNDA_OPERATE_IDENTITY_REDIRECTROOTURL',
);

/** Chart 8.7, templates/tasklist; property camunda.tasklist.identity.redirectRootUrl. */
export const tasklistEnv = webApplication(
  'tasklist',
  'CAMUNDA_TASKLIST_IDENTITY_REDIRECTROOTURL',
);
