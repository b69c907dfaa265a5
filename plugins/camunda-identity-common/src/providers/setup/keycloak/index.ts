import { json } from '../quote';
import { applicationSteps, secretPlaceText, sendBackStep } from '../stepValues';
import type { ProductSetup, SetupInput, SetupStep } from '../types';
import { chosenId, keycloakClient, keycloakMappers } from './client';
import { kcadmScript } from './kcadmScript';
import { keycloakRealm } from './realm';
import { keycloakTerraform } from './terraform';

const DOCS = 'https://www.keycloak.org/docs/latest/server_admin/';

/**
 * The clients for *Realm settings > Action > Partial import*. Existing clients are skipped, never overwritten.
 */
function partialImport({ applications, groupsClaim }: SetupInput) {
  return {
    ifResourceExists: 'SKIP',
    clients: applications.map(application => ({
      ...keycloakClient(application),
      protocolMappers: keycloakMappers(application, groupsClaim),
    })),
  };
}

function steps(input: SetupInput): SetupStep[] {
  const { applications } = input;
  const { server, realm, isKnown } = keycloakRealm(input.issuer);
  // Another product's issuer says neither server nor realm of a Keycloak.
  const clients = isKnown
    ? `${server}/admin/master/console/#/${encodeURIComponent(realm)}/clients`
    : undefined;
  const docsUrl = `${DOCS}#assembly-managing-clients_server_administration_guide`;
  return [
    {
      id: 'rights',
      title: 'Have the right role',
      text: clients
        ? `You need the role manage-clients in the realm ${realm}. Its clients are at ${clients}; where you do not sign in through the realm "master", replace that in the address.`
        : 'You need the role manage-clients in the realm. The issuer of this record is not one of Keycloak, which ends in /realms/<realm>: put the address of the server and the name of the realm into the files.',
      docsUrl,
    },
    ...applicationSteps(
      applications,
      application =>
        application.kind === 'machine'
          ? 'Create a client with client authentication on, "Service accounts roles" on and every other flow off.'
          : `Create a client with client authentication ${
              application.kind === 'spa'
                ? 'off, and under Advanced set the PKCE method to S256; web origins: "+"'
                : 'on'
            }; only "Standard flow"${
              application.grantTypes.includes('client_credentials')
                ? ' and "Service accounts roles"'
                : ''
            }. Leave its client scopes as they are.`,
      { docsUrl, idsAreChosen: true },
    ),
    {
      id: 'audiences',
      title: 'Put the audiences into the access tokens',
      text: 'Under Client scopes > (client)-dedicated add a mapper "Audience" for each: included custom audience, added to the access token only. A client is not in the audience of its own access tokens without one.',
      values: applications.flatMap(({ client, title, audiences }) =>
        audiences.map(audience => ({ label: title, value: audience, client })),
      ),
      docsUrl: `${DOCS}#_audience`,
    },
    ...(input.groupsClaim
      ? [
          {
            id: 'groups',
            title: 'Put the groups into the tokens',
            text: `Under Client scopes > (client)-dedicated add a mapper "Group Membership" with the token claim name ${input.groupsClaim}, without the full path.`,
          },
        ]
      : []),
    {
      id: 'secrets',
      title: 'Fetch the secrets',
      text: 'Under Credentials. Keycloak has made them, and shows them again at any time.',
      values: applications
        .filter(({ secret }) => secret)
        .map(application => ({
          label: application.title,
          value: secretPlaceText(application)!,
          client: application.client,
        })),
    },
    sendBackStep(
      applications.map(entry => ({ ...entry, clientId: chosenId(entry) })),
      true,
    ),
  ];
}

/** Keycloak: kcadm.sh, partial import, Terraform. */
export const keycloakSetup: ProductSetup = {
  title: 'Keycloak',
  steps,
  files: input => [
    {
      path: 'keycloak/create-clients.sh',
      mediaType: 'text/x-shellscript',
      content: kcadmScript(input),
    },
    {
      path: 'keycloak/partial-import.json',
      mediaType: 'application/json',
      content: json(partialImport(input)),
    },
    {
      path: 'keycloak/main.tf',
      mediaType: 'text/plain',
      content: keycloakTerraform(input),
    },
  ],
};
