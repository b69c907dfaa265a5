import { oktaOrganisation } from './consoleLinks';
import { hclList, hclName, hclString } from './quote';
import { allAudiences, oneAudienceOnly } from './sharedAudience';
import { applicationSteps, sendBackStep } from './stepValues';
import type {
  ProductSetup,
  SetupApplication,
  SetupInput,
  SetupStep,
} from './types';

const DOCS = 'https://developer.okta.com/docs';
/** As the Admin Console calls them. */
const TYPE_TITLES = {
  web: 'OIDC, Web Application',
  spa: 'OIDC, Single-Page Application',
  machine: 'API Services',
} as const;

const TYPES = { web: 'web', spa: 'browser', machine: 'service' } as const;

/** Okta refuses client credentials without a custom scope of the authorization server. */
const MACHINE_SCOPE = 'camunda';

/** Terraform's provider wants the organisation as Okta calls it, which an issuer below an own domain does not say. */
function terraformProvider(issuer: string): string {
  const organisation = oktaOrganisation(issuer);
  return organisation
    ? `provider "okta" {
  org_name = ${hclString(organisation.name)}
  base_url = ${hclString(organisation.base)}
}`
    : `# The issuer is below a domain of your own: this is the organisation's address at Okta, <org_name>.<base_url>.
variable "org_name" {
  type = string
}

variable "base_url" {
  type    = string
  default = "okta.com"
}

provider "okta" {
  org_name = var.org_name
  base_url = var.base_url
}`;
}

function grants(application: SetupApplication): string[] {
  // A browser application never has client credentials; a service has nothing else.
  if (application.kind === 'spa')
    return application.grantTypes.filter(
      grant => grant !== 'client_credentials',
    );
  return application.kind === 'machine'
    ? ['client_credentials']
    : [...application.grantTypes];
}

function app(application: SetupApplication): string {
  const { kind } = application;
  const name = hclName(application.client);
  const lines = [
    `  label                      = ${hclString(application.name)}`,
    `  type                       = "${TYPES[kind]}"`,
    `  grant_types                = ${hclList(grants(application))}`,
    `  response_types             = ${
      kind === 'machine' ? '["token"]' : '["code"]'
    }`,
    `  token_endpoint_auth_method = "${application.clientAuthentication}"`,
  ];
  if (application.clientId)
    lines.push(
      `  client_id                  = ${hclString(application.clientId)}`,
    );
  if (kind === 'spa') lines.push('  pkce_required              = true');
  if (kind !== 'machine')
    lines.push(
      `  redirect_uris              = ${hclList(application.redirectUris)}`,
      `  post_logout_redirect_uris  = ${hclList(
        application.postLogoutRedirectUris,
      )}`,
      '  consent_method             = "TRUSTED"',
    );
  const parts = [
    `resource "okta_app_oauth" "${name}" {\n${lines.join('\n')}\n}`,
  ];
  if (kind !== 'machine')
    parts.push(`resource "okta_app_group_assignments" "${name}" {
  app_id = okta_app_oauth.${name}.id
  group {
    id = data.okta_group.people.id
  }
}`);
  return parts.join('\n\n');
}

function origins({ applications }: SetupInput): string {
  const urls = applications
    .filter(({ kind }) => kind === 'spa')
    .flatMap(({ redirectUris }) =>
      redirectUris.map(uri => new URL(uri).origin),
    );
  return [...new Set(urls)]
    .map(
      (origin, n) => `resource "okta_trusted_origin" "ui_${n + 1}" {
  name   = ${hclString(`Camunda ${origin}`)}
  origin = ${hclString(origin)}
  scopes = ["CORS", "REDIRECT"]
}`,
    )
    .join('\n\n');
}

function terraform(input: SetupInput): string {
  const { applications } = input;
  const audience = allAudiences(input)[0] ?? 'camunda';
  const ids = applications
    .map(({ client }) => `okta_app_oauth.${hclName(client)}.client_id`)
    .join(', ');
  return `# The applications and the authorization server that ${
    input.name
  } needs in Okta.
# The state holds the client secrets: keep it encrypted and closed. The token comes from OKTA_API_TOKEN.

terraform {
  required_providers {
    okta = {
      source  = "okta/okta"
      version = ">= 4.0"
    }
  }
}

${terraformProvider(input.issuer)}

# Who may sign in.
variable "people" {
  type    = string
  default = "Everyone"
}

data "okta_group" "people" {
  name = var.people
}

# The org's own authorization server cannot have an audience, claims or scopes of its own.
# To use an existing server instead, replace this resource by a data source of the same name.
resource "okta_auth_server" "camunda" {
  name      = ${hclString(`Camunda ${input.name}`)}
  audiences = [${hclString(audience)}]
}

resource "okta_auth_server_scope" "machine" {
  auth_server_id = okta_auth_server.camunda.id
  name           = "${MACHINE_SCOPE}"
  consent        = "IMPLICIT"
  # Used where a request for client credentials names no scope.
  default        = true
}

resource "okta_auth_server_claim" "preferred_username" {
  auth_server_id = okta_auth_server.camunda.id
  name           = "preferred_username"
  claim_type     = "RESOURCE"
  value_type     = "EXPRESSION"
  value          = "user.login"
}
${
  input.groupsClaim
    ? `
resource "okta_auth_server_claim" "groups" {
  auth_server_id    = okta_auth_server.camunda.id
  name              = ${hclString(input.groupsClaim)}
  claim_type        = "RESOURCE"
  value_type        = "GROUPS"
  group_filter_type = "REGEX"
  value             = ".*"
}
`
    : ''
}
# Without a policy and a rule nothing is issued.
resource "okta_auth_server_policy" "camunda" {
  auth_server_id   = okta_auth_server.camunda.id
  name             = "Camunda"
  description      = "Applications of Camunda"
  priority         = 1
  client_whitelist = [${ids}]
}

resource "okta_auth_server_policy_rule" "camunda" {
  auth_server_id       = okta_auth_server.camunda.id
  policy_id            = okta_auth_server_policy.camunda.id
  name                 = "Camunda"
  priority             = 1
  grant_type_whitelist = ["authorization_code", "client_credentials"]
  scope_whitelist      = ["*"]
  group_whitelist      = [data.okta_group.people.id]
}

${applications.map(app).join('\n\n')}

${origins(input)}

output "issuer" {
  value = okta_auth_server.camunda.issuer
}

# To enter in the portal: terraform output -json client_ids
output "client_ids" {
  value = {
${applications
  .map(
    ({ client }) =>
      `    ${hclString(client)} = okta_app_oauth.${hclName(client)}.client_id`,
  )
  .join('\n')}
  }
}
`;
}

function steps(input: SetupInput): SetupStep[] {
  const organisation = oktaOrganisation(input.issuer);
  const where = organisation
    ? ` at https://${organisation.name}-admin.${organisation.base}/admin/apps/active`
    : '';
  return [
    {
      id: 'authorization-server',
      title: 'Have an authorization server of your own',
      text: 'Tokens of the organisation’s own authorization server are not for Camunda: use "default" or create one under Security > API. It has one audience, so all components share it.',
      values: allAudiences(input).map(value => ({ label: 'Audience', value })),
      docsUrl: `${DOCS}/concepts/auth-servers/`,
    },
    {
      id: 'scope-and-claims',
      title: 'Add a scope and the claims',
      text: `Add the scope "${MACHINE_SCOPE}" as a default scope, which client credentials need, and the claim preferred_username = user.login for the access token.`,
      docsUrl: `${DOCS}/guides/customize-authz-server/main/`,
    },
    ...applicationSteps(
      input.applications,
      application =>
        `Create an app integration of the type "${
          TYPE_TITLES[application.kind]
        }"${where}${
          application.kind === 'spa'
            ? ', and add its origin as a trusted origin for CORS under Security > API'
            : ''
        }${
          application.kind === 'machine'
            ? ''
            : ', and assign the groups of people who use it'
        }.`,
      {
        docsUrl:
          'https://help.okta.com/en-us/Content/Topics/Apps/Apps_App_Integration_Wizard_OIDC.htm',
      },
    ),
    {
      id: 'policy',
      title: 'Add an access policy with a rule',
      text: 'Without one the server issues nothing: for these applications, with the grants authorization code and client credentials.',
      docsUrl: `${DOCS}/guides/configure-access-policy/main/`,
    },
    sendBackStep(input.applications, false),
  ];
}

/** Okta, by Terraform (attributes of the provider's 6.12). */
export const oktaSetup: ProductSetup = {
  title: 'Okta',
  steps,
  files: input => [
    {
      path: 'okta/main.tf',
      mediaType: 'text/plain',
      content: terraform(input),
    },
  ],
  findings: input => oneAudienceOnly(input, 'Okta'),
};
