import { auth0Applications } from './consoleLinks';
import { hclList, hclName, hclString } from './quote';
import { allAudiences } from './sharedAudience';
import { applicationSteps, sendBackStep } from './stepValues';
import type {
  ProductSetup,
  SetupApplication,
  SetupInput,
  SetupStep,
} from './types';

const DOCS = 'https://auth0.com/docs';
const TYPES = {
  web: 'regular_web',
  spa: 'spa',
  machine: 'non_interactive',
} as const;

const TYPE_TITLES = {
  web: 'Regular Web Application',
  spa: 'Single Page Application',
  machine: 'Machine to Machine Application',
} as const;

function apiName(audience: string): string {
  return `api_${hclName(audience)}`;
}

function client(application: SetupApplication): string {
  const { kind } = application;
  const name = hclName(application.client);
  const lines = [
    `  name            = ${hclString(application.name)}`,
    `  app_type        = "${TYPES[kind]}"`,
    `  grant_types     = ${hclList(application.grantTypes)}`,
    '  oidc_conformant = true',
    '  is_first_party  = true',
  ];
  if (kind !== 'machine')
    lines.push(
      `  callbacks           = ${hclList(application.redirectUris)}`,
      `  allowed_logout_urls = ${hclList(application.postLogoutRedirectUris)}`,
    );
  if (kind === 'spa') {
    const origins = [
      ...new Set(application.redirectUris.map(uri => new URL(uri).origin)),
    ];
    lines.push(`  web_origins         = ${hclList(origins)}`);
  }
  const parts = [
    `resource "auth0_client" "${name}" {
${lines.join('\n')}

  # The Management API would make HS256, which Camunda refuses.
  jwt_configuration {
    alg = "RS256"
  }
}`,
    `resource "auth0_client_credentials" "${name}" {
  client_id             = auth0_client.${name}.id
  authentication_method = "${application.clientAuthentication}"
}`,
  ];
  if (application.grantTypes.includes('client_credentials'))
    for (const audience of application.audiences)
      parts.push(`resource "auth0_client_grant" "${name}_${apiName(audience)}" {
  client_id = auth0_client.${name}.id
  audience  = auth0_resource_server.${apiName(audience)}.identifier
  scopes    = []
}`);
  return parts.join('\n\n');
}

function terraform(input: SetupInput): string {
  const { applications } = input;
  const audiences = allAudiences(input);
  return `# The applications and APIs that ${input.name} needs in Auth0.
# The state holds the client secrets: keep it encrypted and closed.
# Credentials come from AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET.

terraform {
  required_providers {
    auth0 = {
      source  = "auth0/auth0"
      version = ">= 1.0, < 2.0"
    }
  }
}

provider "auth0" {
  domain = ${hclString(new URL(input.issuer).hostname)}
}

# An API for each audience. The identifier cannot be changed later.
${audiences
  .map(
    audience => `resource "auth0_resource_server" "${apiName(audience)}" {
  name                                            = ${hclString(
    `Camunda ${audience}`,
  )}
  identifier                                      = ${hclString(audience)}
  signing_alg                                     = "RS256"
  allow_offline_access                            = true
  skip_consent_for_verifiable_first_party_clients = true
}`,
  )
  .join('\n\n')}

${applications.map(client).join('\n\n')}

# Tenant settings, which other applications share, are left to you:
# - default_audience: without one, people get access tokens that are no JWT, and Camunda refuses them;
# - RP-initiated logout with end session endpoint discovery, for signing out.

# To enter in the portal: terraform output -json client_ids
output "client_ids" {
  value = {
${applications
  .map(
    ({ client: key }) =>
      `    ${hclString(key)} = auth0_client.${hclName(key)}.client_id`,
  )
  .join('\n')}
  }
}
`;
}

function steps(input: SetupInput): SetupStep[] {
  const audiences = allAudiences(input);
  return [
    {
      id: 'apis',
      title: 'Create an API for each audience',
      text: 'With RS256, and with "Allow Offline Access" on. The identifier is the audience and cannot be changed later.',
      values: audiences.map(value => ({ label: 'Identifier', value })),
      docsUrl: `${DOCS}/get-started/auth0-overview/set-up-apis`,
    },
    {
      id: 'default-audience',
      title: 'Set the default audience of the tenant',
      text: 'Under Settings > General > API Authorization Settings. Without one people get access tokens that are no JWT.',
      values: audiences.slice(0, 1).map(value => ({
        label: 'Default audience',
        value,
      })),
      docsUrl: `${DOCS}/get-started/tenant-settings`,
    },
    ...applicationSteps(
      input.applications,
      application =>
        `At ${auth0Applications(
          new URL(input.issuer),
        )} create an application of the type "${
          TYPE_TITLES[application.kind]
        }". Under Advanced Settings > OAuth the signature algorithm is RS256.${
          application.grantTypes.includes('client_credentials')
            ? ' Authorize it for its APIs.'
            : ''
        }`,
      { docsUrl: `${DOCS}/get-started/auth0-overview/create-applications` },
    ),
    {
      id: 'claims',
      title: 'Put the claims into the access tokens',
      text: 'Names and e-mail addresses are not in access tokens. Where a component reads them there, add them with a Post Login Action as a namespaced claim, and name that claim in the record.',
      docsUrl: `${DOCS}/secure/tokens/json-web-tokens/create-custom-claims`,
    },
    {
      id: 'logout',
      title: 'Allow signing out',
      text: 'Switch RP-initiated logout with end session endpoint discovery on, and enter the logout URLs of each application.',
      values: input.applications.flatMap(
        ({ client: key, title, postLogoutRedirectUris }) =>
          postLogoutRedirectUris.map(value => ({
            label: title,
            value,
            client: key,
          })),
      ),
      docsUrl: `${DOCS}/authenticate/login/logout/log-users-out-of-auth0`,
    },
    sendBackStep(input.applications, false),
  ];
}

/** Auth0, by Terraform (attributes of the provider's 1.55). */
export const auth0Setup: ProductSetup = {
  title: 'Auth0',
  steps,
  files: input => [
    {
      path: 'auth0/main.tf',
      mediaType: 'text/plain',
      content: terraform(input),
    },
  ],
};
