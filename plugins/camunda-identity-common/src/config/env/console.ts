import type { EnvWriter } from './entries';

/** Console's documented variables; the rest of its OIDC settings has no variable. */
export const consoleEnv: EnvWriter = values => ({
  client: 'console',
  container: 'console',
  comments: [
    'The rest of Console’s settings has no documented variable; in its application.yaml:',
    `camunda.console.oAuth.type: ${values.type}`,
    `camunda.console.oAuth.issuer: ${values.issuer}`,
    `camunda.console.oAuth.jwksUri: ${values.jwksUrl}`,
    `camunda.console.oAuth.wellKnown: ${values.wellKnown}`,
  ],
  entries: [
    { name: 'CAMUNDA_IDENTITY_CLIENT_ID', value: values.clientId('console') },
    { name: 'CAMUNDA_IDENTITY_AUDIENCE', value: values.audience('console') },
  ],
});
