import type { ConfigSource } from '../ConfigSource';
import { identityClient, identityProvider, resourceServer } from './shared';
import type { Setting, SettingsWriter } from './types';

/** Operate and Tasklist reach Zeebe with Zeebe's client (chart 8.7, templates/{operate,tasklist}). */
function zeebeClient(values: ConfigSource, inKubernetes: boolean): Setting[] {
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
  client: 'operate' | 'tasklist',
  redirectRoot: Pick<Setting, 'name' | 'property'>,
): SettingsWriter {
  return (values, inKubernetes) => ({
    client,
    container: client,
    comments: [],
    settings: [
      {
        name: 'SPRING_PROFILES_ACTIVE',
        property: 'spring.profiles.active',
        value: 'identity-auth',
      },
      ...identityProvider(values),
      ...identityClient(values, client, inKubernetes),
      {
        name: 'CAMUNDA_IDENTITY_AUDIENCE',
        property: 'camunda.identity.audience',
        value: values.audience(client),
      },
      ...resourceServer(values, values.issuerBackendUrl),
      { ...redirectRoot, value: values.url(client) },
      ...zeebeClient(values, inKubernetes),
    ],
  });
}

/** Chart 8.7, templates/operate. */
export const operateSettings = webApplication('operate', {
  name: 'CAMUNDA_OPERATE_IDENTITY_REDIRECTROOTURL',
  property: 'camunda.operate.identity.redirectRootUrl',
});

/** Chart 8.7, templates/tasklist. */
export const tasklistSettings = webApplication('tasklist', {
  name: 'CAMUNDA_TASKLIST_IDENTITY_REDIRECTROOTURL',
  property: 'camunda.tasklist.identity.redirectRootUrl',
});
