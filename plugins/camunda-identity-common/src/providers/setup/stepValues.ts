import type { SetupApplication, SetupStep, SetupValue } from './types';

const GRANT_TITLES: Record<string, string> = {
  authorization_code: 'Authorization code',
  refresh_token: 'Refresh token',
  client_credentials: 'Client credentials',
};

const KIND_TITLES: Record<SetupApplication['kind'], string> = {
  web: 'confidential web application',
  spa: 'single-page application, public, with PKCE (S256)',
  machine: 'confidential, signs in as itself (machine to machine)',
};

/** The values that a person enters for one application, in the order of most consoles. */
export function applicationValues(application: SetupApplication): SetupValue[] {
  const { client } = application;
  const value = (label: string, text: string | undefined): SetupValue[] =>
    text ? [{ label, value: text, client }] : [];
  return [
    ...value('Name', application.name),
    ...value('Type', KIND_TITLES[application.kind]),
    ...value('Client ID', application.clientId),
    ...application.redirectUris.flatMap(uri => value('Redirect URI', uri)),
    ...application.postLogoutRedirectUris.flatMap(uri =>
      value('Post-logout redirect URI', uri),
    ),
    ...value(
      'Grant types',
      application.grantTypes
        .map(grant => GRANT_TITLES[grant] ?? grant)
        .join(', '),
    ),
    ...value('Scopes', application.scopes.join(' ')),
    ...application.audiences.flatMap(audience => value('Audience', audience)),
    ...value(
      'Secret goes to',
      application.secret &&
        (application.secret.variable
          ? `environment variable ${application.secret.variable}`
          : `Kubernetes Secret ${application.secret.name}, key ${application.secret.key}`),
    ),
  ];
}

/** One step per application: what to create, with its values. */
export function applicationSteps(
  applications: readonly SetupApplication[],
  text: (application: SetupApplication) => string,
  docsUrl?: string,
): SetupStep[] {
  return applications.map(application => ({
    id: `application-${application.uniqueName.replace(/^camunda-/, '')}`,
    title: `Create the application of ${application.title}`,
    text: text(application),
    values: applicationValues(application),
    docsUrl,
  }));
}

/** The last step everywhere: the values to enter in the record. */
export function sendBackStep(
  applications: readonly SetupApplication[],
  idsAreChosen: boolean,
): SetupStep {
  const awaited = applications.filter(entry => !entry.clientId);
  const expiry =
    'Enter the day on which each secret expires, so that its owners are told before.';
  return {
    id: 'send-back',
    title: 'Enter the client IDs in the record',
    text: idsAreChosen
      ? `The client IDs are those of the record. ${expiry}`
      : `The provider chooses the client IDs. ${
          awaited.length === 0
            ? 'The record has one for each application; enter those that the provider has chosen otherwise.'
            : `Enter them in the record; it waits for ${awaited.length} of ${applications.length}.`
        } ${expiry}`,
    values: awaited.map(({ client, title }) => ({
      label: 'Client ID',
      value: `of ${title}, from the provider`,
      client,
    })),
  };
}
