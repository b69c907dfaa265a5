import type { SettingsWriter } from './types';

/** Console's two variables; the rest of its settings only its file can say (chart 8.8, templates/console). */
export const consoleSettings: SettingsWriter = values => ({
  client: 'console',
  container: 'console',
  comments: [
    'The rest of Console’s settings has no variable: see console/application.yaml of the form application-yaml.',
  ],
  settings: [
    {
      name: 'CAMUNDA_IDENTITY_CLIENT_ID',
      property: 'camunda.console.oAuth.clientId',
      value: values.clientId('console'),
    },
    {
      name: 'CAMUNDA_IDENTITY_AUDIENCE',
      property: 'camunda.console.oAuth.audience',
      value: values.audience('console'),
    },
    { property: 'camunda.console.oAuth.type', value: values.type },
    { property: 'camunda.console.oAuth.issuer', value: values.issuer },
    { property: 'camunda.console.oAuth.jwksUri', value: values.jwksUrl },
    { property: 'camunda.console.oAuth.wellKnown', value: values.wellKnown },
  ],
});
