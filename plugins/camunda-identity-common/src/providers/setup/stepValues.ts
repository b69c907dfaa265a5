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

/** Where the secret of an application goes. */
export function secretPlaceText({
  secret,
}: SetupApplication): string | undefined {
  return (
    secret &&
    (secret.variable
      ? `environment variable ${secret.variable}`
      : `Kubernetes Secret ${secret.name}, key ${secret.key}`)
  );
}

/** The values that a person enters for one application, in the order of most consoles. */
export function applicationValues(
  application: SetupApplication,
  { idsAreChosen = false }: { idsAreChosen?: boolean } = {},
): SetupValue[] {
  const { client } = application;
  const value = (label: string, text: string | undefined): SetupValue[] =>
    text ? [{ label, value: text, client }] : [];
  return [
    ...value('Name', application.name),
    ...value('Type', KIND_TITLES[application.kind]),
    // Where the provider chooses it, this one is known and not typed in.
    ...value(
      idsAreChosen ? 'Client ID' : 'Client ID in the record',
      application.clientId,
    ),
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
    ...value('Secret goes to', secretPlaceText(application)),
  ];
}

/** One step per application: what to create, with its values. */
export function applicationSteps(
  applications: readonly SetupApplication[],
  text: (application: SetupApplication) => string,
  { docsUrl, idsAreChosen }: { docsUrl?: string; idsAreChosen?: boolean } = {},
): SetupStep[] {
  return applications.map(application => ({
    id: `application-${application.uniqueName.replace(/^camunda-/, '')}`,
    title: `Create the application of ${application.title}`,
    text: text(application),
    values: applicationValues(application, { idsAreChosen }),
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
            : `Enter them in the record; it waits for those of ${awaited
                .map(({ title }) => title)
                .join(', ')}.`
        } ${expiry}`,
  };
}
