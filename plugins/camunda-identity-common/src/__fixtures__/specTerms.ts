import { since, until, type CamundaVersion } from '../camunda';

/**
 * What must stand in the text that carries a row, so that a datum of the right name with the wrong content is
 * found. Rows that are a key, a variable, a type or a path are their own term.
 */
export const SPEC_TERMS: Readonly<Record<string, RegExp>> = {
  'Management Identity is connected to an OIDC provider':
    /environment variables, or the Helm values/,
  'Supported and unsupported features are in the table':
    /Single sign-on.*available/,
  'A Keycloak is connected on a page of its own': /existing-keycloak/,
  'Configuration of the provider, with issuer URL': /issuer URL/,
  'Ability to create applications': /may create applications/,
  'Access to client ID, client secrets and audience':
    /client ID, client secret and audience/,
  'A claim name and value for initial access':
    /name and value.*configuration-variables.*first start/,
  'The steps are general; each component has its own configuration':
    /general way.*each component needs/,
  'Identify the components: Web Modeler, Console, Optimize':
    /management and modelling component.*Web Modeler UI.*Optimize/,
  'An application for each component':
    /application (at the provider )?for (each|every)/,
  'Web Modeler needs two applications, UI and API': /two applications.*API/,
  'Redirect URIs are an approved list, only those are valid targets':
    /codes and tokens only to the URIs that are registered/,
  'Either environment variables or Helm values, only one of them': /never both/,
  'Set the environment variables or Helm values':
    /Set the environment variables, or the Helm values/,
  'The initial claim cannot be updated by configuration once set; it is changed in the database':
    /cannot be updated with environment variables or Helm values; they can be changed only in the database/,
  'The redirect URI stands with the component': /\{redirectUris\}/,
  'Application types: Optimize, Management Identity and Web Modeler API are confidential':
    /confidential confidential confidential.*confidential client keeps a secret/,
  'Application types: Console and Web Modeler UI, listed as confidential; corrected to public':
    /public public.*public clients with PKCE.*calls them confidential/,
  'Note client ID, client secret and audience':
    /client ID, client secret where it has one, and audience/,
  'Client secrets may be stored in a Kubernetes Secret': /Kubernetes Secret/,
  'Scopes email, openid, offline_access, profile':
    /email openid offline_access profile.*ask for the scopes/,
  'Register a new application for each component':
    /Register a new application at the provider for every component/,
  'Register in the Entra admin center': /Entra admin center.*register-app/,
  'Overview: note the client ID, which is the audience too':
    /Overview shows its client ID, which is its audience too/,
  'Platform Web: Optimize, Management Identity, Web Modeler API':
    /Web, or single-page application.*web web web/,
  'Platform single-page application: Console, Web Modeler UI': /spa spa/,
  'Add the redirect URI of the component': /exactly as they stand/,
  'Create a client secret; its value, not its ID':
    /add-credentials.*secret ID is of no use/,
  'The initial claim value is the object ID of the first user, who gets a role mapping':
    /object ID/,
  'wellKnown is found under Endpoints of the app registrations':
    /Endpoints of the app registrations/,
  'No front-channel single sign-out: other components stay signed in':
    /stays logged in at the others.*frontchannel/,
  'Scopes email, openid, offline_access, profile and <CLIENT_UUID>/.default':
    /<client id>\/\.default/,
  'Admin consent flow, or consent on behalf of the users':
    /admin-consent-workflow.*admin-consent.*granted consent/,
  'Grant client_credentials creates an M2M token; answers an access token':
    /M2M.*an access token/,
  'Grant refresh_token renews a token': /Renews.*refresh token/,
  'Grant authorization_code creates a token through the authorization flow; answers access and refresh token':
    /authorization flow.*access token and a refresh token/,
  'Use the v2.0 API; the backend issuer ends with /v2.0':
    /end(s)? with \/v2\.0/,
  'requestedAccessTokenVersion 2 in the app manifest':
    /requestedAccessTokenVersion.*api-attribute/,
  'Fallback for existing environment variables; a custom YAML has to be changed':
    /fallback.*custom YAML/,
  'No User permissions tab in collections': /User permissions tab/,
  'No Alerts tab in collections': /Alerts tab in collections/,
  'No digests': /digests/,
  'Owners are shown by their sub claim': /sub claim instead of the name/,
  'Two clients, one for the UI and one for the API':
    /one for the UI and one for the API/,
  'Redirect URI <CONSOLE_URL>': /address without/,
  'No redirect URI; Connectors act as a client': /act as a client/,
  'Outbound only: CAMUNDA_CONNECTOR_POLLING_ENABLED is false':
    /CAMUNDA_CONNECTOR_POLLING_ENABLED is false/,
  'ZEEBE_TOKEN_SCOPE is optional': /ZEEBE_TOKEN_SCOPE.*optional/,
  'Not all features are available with an OIDC provider':
    /PKCE.*unavailable.*synchronization.*unavailable/,
  'Single sign-on: available':
    /once and move between the components.*available/,
  'Authorization code flow with PKCE: unavailable': /proof key.*unavailable/,
  'ID token handling: available': /validated after sign-in.*available/,
  'Access token management: available': /protected APIs.*available/,
  'Session management: available': /stay signed in.*available/,
  'Role and group synchronization: unavailable':
    /Roles and permissions come.*unavailable/,
  'User profile management: unavailable': /UserInfo endpoint.*unavailable/,
  'RP-initiated logout: available, which later pages correct':
    /unavailable.*stays signed in at the provider/,
  'Missing features can be requested': /docs\/reference\/contact/,
  'Camunda Hub needs two applications in place of three':
    /takes the place of Web Modeler and Console/,
  'Logout of the cluster: post-logout redirect URI':
    /\/post-logout.*registered as a post-logout redirect URI/,
};

const ALL = since('8.5');

/** Where the page of a version has a place; pages differ. The first that fits counts. */
const PLACES: ReadonlyArray<[RegExp, readonly CamundaVersion[]]> = [
  // From 8.8 on the page shows application.yaml instead.
  [/Helm values/, until('8.7')],
  [/^Components, Web Modeler, webapp/, until('8.8')],
  [/^Components, (Web Modeler|Console)/, until('8.9')],
  // 8.7 still shows the names of 8.6, which its Connectors no longer read.
  [/^Components, Connectors, Zeebe client/, until('8.6')],
  [/^Components, Connectors/, until('8.7')],
  [/^Components, Orchestration Cluster/, since('8.9')],
  [/^Components, Camunda Hub/, ['8.10']],
  // That of 8.5 has no table.
  [/^Features|^Introduction, note/, since('8.6')],
];

/** Rows about components that a version no longer has. */
const SAYS: ReadonlyArray<[RegExp, readonly CamundaVersion[]]> = [
  [/Web Modeler|Console/, until('8.9')],
  [/^Helm: /, until('8.7')],
];

/** The versions whose page has the row. */
export function versionsOfRow(
  place: string,
  says: string,
): readonly CamundaVersion[] {
  const byPlace = PLACES.find(([pattern]) => pattern.test(place))?.[1] ?? ALL;
  const bySays = SAYS.find(([pattern]) => pattern.test(says))?.[1] ?? ALL;
  return byPlace.filter(version => bySays.includes(version));
}
