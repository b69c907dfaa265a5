import { hclList, hclName, hclString } from '../quote';
import type { SetupApplication, SetupInput } from '../types';
import {
  EXPOSED_SCOPE,
  exposedScopeId,
  exposesApi,
  GRAPH_APP_ID,
  graphApplication,
  graphScopes,
  GRAPH_SCOPES,
} from './application';
import { entraCloud } from './clouds';

function claimBlocks(names: readonly string[]): string {
  const block = (token: string) =>
    names
      .map(name => `    ${token} {\n      name = ${hclString(name)}\n    }`)
      .join('\n');
  return `  optional_claims {\n${block('id_token')}\n${block(
    'access_token',
  )}\n  }`;
}

function apiBlock(application: SetupApplication): string {
  const scope = exposesApi(application)
    ? `
    oauth2_permission_scope {
      id                         = ${hclString(exposedScopeId(application))}
      value                      = ${hclString(EXPOSED_SCOPE)}
      type                       = "User"
      enabled                    = true
      admin_consent_display_name = ${hclString(`Call ${application.title}`)}
      admin_consent_description  = ${hclString(
        `Call ${application.title} of Camunda for the person who is signed in`,
      )}
    }`
    : '';
  return `  api {
    requested_access_token_version = 2${scope}
  }`;
}

function platformBlock(
  application: SetupApplication,
  uris: readonly string[],
): string[] {
  if (application.kind === 'machine') return [];
  const name = application.kind === 'spa' ? 'single_page_application' : 'web';
  return [`  ${name} {\n    redirect_uris = ${hclList(uris, '    ')}\n  }`];
}

function resources(application: SetupApplication, input: SetupInput): string {
  const name = hclName(application.client);
  const graph = graphApplication(application, input);
  const scopes = graphScopes(application);
  const uris = graph.web?.redirectUris ?? graph.spa?.redirectUris ?? [];
  const blocks = [
    ...platformBlock(application, uris),
    apiBlock(application),
    claimBlocks(graph.optionalClaims.idToken.map(claim => claim.name)),
    ...(scopes.length > 0
      ? [
          `  required_resource_access {
    resource_app_id = "${GRAPH_APP_ID}"
${scopes
  .map(
    scope =>
      `    resource_access {\n      id   = "${GRAPH_SCOPES[scope]}" # ${scope}\n      type = "Scope"\n    }`,
  )
  .join('\n')}
  }`,
        ]
      : []),
  ];
  const parts = [
    `resource "azuread_application" "${name}" {
  display_name            = ${hclString(application.name)}
  sign_in_audience        = "AzureADMyOrg"
  owners                  = [data.azuread_client_config.current.object_id]
  prevent_duplicate_names = true
${
  graph.groupMembershipClaims
    ? `  group_membership_claims = ["${graph.groupMembershipClaims}"]\n`
    : ''
}
${blocks.join('\n\n')}
}`,
    `resource "azuread_service_principal" "${name}" {
  client_id    = azuread_application.${name}.client_id
  use_existing = true
  owners       = [data.azuread_client_config.current.object_id]
}`,
  ];
  // A reference to its own client id inside azuread_application would be circular.
  if (exposesApi(application))
    parts.push(`resource "azuread_application_identifier_uri" "${name}" {
  application_id = azuread_application.${name}.id
  identifier_uri = "api://\${azuread_application.${name}.client_id}"
}`);
  if (application.secret)
    parts.push(`resource "azuread_application_password" "${name}" {
  application_id = azuread_application.${name}.id
  display_name   = ${hclString(`Camunda ${application.client}`)}
}`);
  if (scopes.length > 0)
    parts.push(`resource "azuread_service_principal_delegated_permission_grant" "${name}" {
  service_principal_object_id          = azuread_service_principal.${name}.object_id
  resource_service_principal_object_id = data.azuread_service_principal.graph.object_id
  claim_values                         = ${hclList(scopes)}
}`);
  return parts.join('\n\n');
}

/**
 * The registrations as Terraform for the provider `hashicorp/azuread` (attributes of 3.9).
 */
export function entraTerraform(input: SetupInput): string {
  const { applications } = input;
  return `# The applications that ${input.name} needs in Microsoft Entra ID.
# The state holds the client secrets: keep it encrypted and closed.
# Redirect URIs and claims are authoritative here: what is added by hand is taken away at the next apply.

terraform {
  required_providers {
    azuread = {
      source  = "hashicorp/azuread"
      version = ">= 3.0, < 4.0"
    }
  }
}

provider "azuread" {
  tenant_id   = ${hclString(input.tenantId ?? '')}
  environment = "${entraCloud(input.cloud).terraform}"
}

data "azuread_client_config" "current" {}

data "azuread_service_principal" "graph" {
  client_id = "${GRAPH_APP_ID}"
}

${applications.map(entry => resources(entry, input)).join('\n\n')}

# To enter in the portal: terraform output -json client_ids
output "client_ids" {
  value = {
${applications
  .map(
    ({ client }) =>
      `    ${hclString(client)} = azuread_application.${hclName(
        client,
      )}.client_id`,
  )
  .join('\n')}
  }
}
`;
}
