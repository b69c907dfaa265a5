import { hclList, hclName, hclString } from '../quote';
import type { SetupApplication, SetupInput } from '../types';
import { chosenId, mapperName } from './client';
import { keycloakRealm } from './realm';

function client(application: SetupApplication, input: SetupInput): string {
  const { kind, grantTypes, audiences } = application;
  const name = hclName(application.client);
  const signsIn = kind !== 'machine';
  const lines = [
    `  realm_id                 = data.keycloak_realm.camunda.id`,
    `  client_id                = ${hclString(chosenId(application))}`,
    `  name                     = ${hclString(application.name)}`,
    `  access_type              = "${
      kind === 'spa' ? 'PUBLIC' : 'CONFIDENTIAL'
    }"`,
    `  standard_flow_enabled    = ${signsIn}`,
    `  service_accounts_enabled = ${grantTypes.includes('client_credentials')}`,
    `  use_refresh_tokens       = ${grantTypes.includes('refresh_token')}`,
  ];
  if (signsIn) {
    lines.push(
      `  valid_redirect_uris = ${hclList(application.redirectUris)}`,
      // "+" stands for the redirect URIs.
      `  valid_post_logout_redirect_uris = ${hclList([
        '+',
        ...application.postLogoutRedirectUris,
      ])}`,
    );
  }
  if (kind === 'spa')
    lines.push(
      '  web_origins                = ["+"]',
      '  pkce_code_challenge_method = "S256"',
    );
  const parts = [
    `resource "keycloak_openid_client" "${name}" {\n${lines.join('\n')}\n}`,
  ];
  audiences.forEach((audience, n) =>
    parts.push(`resource "keycloak_openid_audience_protocol_mapper" "${name}_${
      n + 1
    }" {
  realm_id                 = data.keycloak_realm.camunda.id
  client_id                = keycloak_openid_client.${name}.id
  name                     = ${hclString(mapperName(audience))}
  included_custom_audience = ${hclString(audience)}
  add_to_id_token          = false
}`),
  );
  if (input.groupsClaim && signsIn)
    parts.push(`resource "keycloak_openid_group_membership_protocol_mapper" "${name}" {
  realm_id   = data.keycloak_realm.camunda.id
  client_id  = keycloak_openid_client.${name}.id
  name       = ${hclString(`groups as ${input.groupsClaim}`)}
  claim_name = ${hclString(input.groupsClaim)}
  full_path  = false
}`);
  return parts.join('\n\n');
}

/** The clients as Terraform for the provider `keycloak/keycloak` (attributes of 5.9; Keycloak 26 and newer). */
export function keycloakTerraform(input: SetupInput): string {
  const { server, realm } = keycloakRealm(input.issuer);
  return `# The clients that ${input.name} needs in Keycloak.
# The state holds the client secrets: keep it encrypted and closed.
# Credentials come from KEYCLOAK_CLIENT_ID and KEYCLOAK_CLIENT_SECRET.

terraform {
  required_providers {
    keycloak = {
      source  = "keycloak/keycloak"
      version = ">= 5.0, < 6.0"
    }
  }
}

provider "keycloak" {
  url = ${hclString(server)}
}

data "keycloak_realm" "camunda" {
  realm = ${hclString(realm)}
}

${input.applications.map(entry => client(entry, input)).join('\n\n')}
`;
}
