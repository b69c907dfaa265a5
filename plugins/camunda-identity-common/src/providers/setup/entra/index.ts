import { json } from '../quote';
import { applicationSteps, secretPlaceText, sendBackStep } from '../stepValues';
import type { ProductSetup, SetupInput, SetupStep } from '../types';
import { exposesApi, graphApplication } from './application';
import { azScript } from './azScript';
import { entraCloud } from './clouds';
import { entraTerraform } from './terraform';

const LEARN = 'https://learn.microsoft.com/en-us/entra/identity-platform';

/** Entra’s client IDs are GUIDs: another one is not of an application that has pages there. */
function isRegistered(clientId: string | undefined): clientId is string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(clientId ?? '');
}

function steps(input: SetupInput): SetupStep[] {
  const { applications } = input;
  const center = `${
    entraCloud(input.cloud).adminCenter
  }/#view/Microsoft_AAD_RegisteredApps`;
  const register = `${center}/CreateApplicationBlade`;
  const blade = (name: string, appId: string) =>
    `${center}/ApplicationMenuBlade/~/${name}/appId/${appId}`;
  // An application has pages once it is registered.
  const links = (name: string, of = applications) =>
    of.flatMap(({ client, title, clientId }) =>
      isRegistered(clientId)
        ? [{ label: title, value: blade(name, clientId), client }]
        : [],
    );
  return [
    {
      id: 'rights',
      title: 'Have the right role',
      text: `Registering needs the role Application Developer in the directory ${input.tenantId}; consent for everybody needs Cloud Application Administrator or Application Administrator.`,
      docsUrl: `${LEARN}/quickstart-register-app`,
    },
    ...applicationSteps(
      // The audience of an application is itself there: nothing to enter.
      applications.map(entry => ({ ...entry, audiences: [] })),
      application =>
        application.kind === 'machine'
          ? `Register it at ${register}, for this directory only. It needs no platform and no redirect URI.`
          : `Register it at ${register}, for this directory only, and add the platform ${
              application.kind === 'spa' ? 'Single-page application' : 'Web'
            } under Authentication. Enter post-logout redirect URIs there too, among the redirect URIs: the field for the front-channel logout URL is something else.`,
      { docsUrl: `${LEARN}/quickstart-register-app` },
    ),
    {
      id: 'token-version',
      title: 'Ask for tokens of version 2',
      text: 'In the manifest of every application set api.requestedAccessTokenVersion to 2. Without it tokens have another issuer and Camunda refuses them.',
      values: links('Manifest'),
      docsUrl: `${LEARN}/reference-microsoft-graph-app-manifest#api-attribute`,
    },
    {
      id: 'claims',
      title: 'Add the claim preferred_username to both tokens',
      text: 'Under Token configuration add the optional claim preferred_username to the ID token and to the access token.',
      values: links('TokenConfiguration'),
      docsUrl: `${LEARN}/optional-claims`,
    },
    ...(input.groupsClaim === 'groups'
      ? [
          {
            id: 'groups',
            title: 'Add the groups claim',
            text: 'Under Token configuration add the groups claim with security groups. The claim holds object ids of groups, not names; for a person in more than 200 groups Entra leaves it out.',
            values: links('TokenConfiguration'),
            docsUrl: `${LEARN}/optional-claims#configure-groups-optional-claims`,
          },
        ]
      : []),
    {
      id: 'expose-api',
      title: 'Expose an API',
      text: 'Set the application ID URI api://<client ID> of the applications that others call.',
      values: applications
        .filter(exposesApi)
        .map(({ client, title, clientId }) => ({
          label: title,
          value: `api://${clientId ?? '<client ID>'}`,
          client,
        })),
      docsUrl: `${LEARN}/quickstart-configure-app-expose-web-apis`,
    },
    {
      id: 'secrets',
      title: 'Create the client secrets',
      text: 'Under Certificates & secrets create a client secret for each of these and note its value, not the secret ID. It is shown once.',
      values: applications
        .filter(({ secret }) => secret)
        .flatMap(application => [
          ...links('Credentials', [application]),
          {
            label: `${application.title}: goes to`,
            value: secretPlaceText(application)!,
            client: application.client,
          },
        ]),
      docsUrl: `${LEARN}/quickstart-register-app?tabs=client-secret#add-credentials`,
    },
    {
      id: 'admin-consent',
      title: 'Grant consent',
      text: `Grant consent for everybody, so that nobody is asked at sign-in: under API permissions of each application, or at ${input.loginBaseUrl}/${input.tenantId}/adminconsent?client_id=<client ID>.`,
      values: applications
        .filter(
          ({ kind, clientId }) => kind !== 'machine' && isRegistered(clientId),
        )
        .map(({ client, title, clientId }) => ({
          label: title,
          value: `${input.loginBaseUrl}/${input.tenantId}/adminconsent?client_id=${clientId}`,
          client,
        })),
      docsUrl:
        'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/grant-admin-consent',
    },
    sendBackStep(applications, false),
  ];
}

/** Microsoft Entra ID: Microsoft Graph, the Azure CLI, Terraform. */
export const entraSetup: ProductSetup = {
  title: 'Microsoft Entra ID',
  steps,
  files: input => [
    {
      path: 'entra/create-applications.sh',
      mediaType: 'text/x-shellscript',
      content: azScript(input),
    },
    {
      path: 'entra/main.tf',
      mediaType: 'text/plain',
      content: entraTerraform(input),
    },
    ...input.applications.map(application => ({
      path: `entra/applications/${application.uniqueName}.json`,
      mediaType: 'application/json',
      content: json(graphApplication(application, input)),
    })),
  ],
};
