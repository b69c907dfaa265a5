import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../../__fixtures__/records';
import { DEFAULT_PROVIDER_CONTEXT } from '../resolve';
import { setupApplications } from './applications';
import { graphApplication, GRAPH_APP_ID } from './entra/application';
import { registrationRequest } from './registration';
import type { SetupProduct } from './types';
import { writeProviderSetup } from './writeProviderSetup';

/*
 * What is written, held against the fields and arguments that each product publishes. Where no package brings them
 * they are kept here by hand.
 */
const record = () => {
  const { components, ...rest } = inVersion(genericRecord(), '8.9');
  return {
    ...rest,
    components: {
      ...components,
      orchestration: { ...components.orchestration!, groupsClaim: 'groups' },
    },
  };
};
const entraRecord = () => {
  const { components, ...rest } = inVersion(microsoftRecord(), '8.9');
  return {
    ...rest,
    components: {
      ...components,
      orchestration: { ...components.orchestration!, groupsClaim: 'groups' },
    },
  };
};

function fileOf(product: SetupProduct, end: string): string {
  const { files } = writeProviderSetup(
    product === 'entra' ? entraRecord() : record(),
    DEFAULT_PROVIDER_CONTEXT,
    product,
  );
  return files.find(({ path }) => path.endsWith(end))!.content;
}

/** Keycloak 26, org.keycloak.representations.idm: ClientRepresentation, ProtocolMapperRepresentation. */
const KEYCLOAK = {
  partialImport:
    'policy ifResourceExists users clients groups identityProviders identityProviderMappers roles',
  client:
    'id clientId name description type rootUrl adminUrl baseUrl surrogateAuthRequired enabled alwaysDisplayInConsole clientAuthenticatorType secret registrationAccessToken redirectUris webOrigins notBefore bearerOnly consentRequired standardFlowEnabled implicitFlowEnabled directAccessGrantsEnabled serviceAccountsEnabled authorizationServicesEnabled publicClient frontchannelLogout protocol attributes authenticationFlowBindingOverrides fullScopeAllowed nodeReRegistrationTimeout registeredNodes protocolMappers defaultClientScopes optionalClientScopes authorizationSettings access origin',
  mapper: 'id name protocol protocolMapper consentRequired consentText config',
  attributes:
    'pkce.code.challenge.method use.refresh.tokens post.logout.redirect.uris',
  config:
    'included.custom.audience included.client.audience access.token.claim id.token.claim userinfo.token.claim introspection.token.claim claim.name full.path',
};

/** Arguments of the Terraform providers keycloak 5.9, azuread 3.9, okta 6.12 and auth0 1.55; blocks with theirs. */
const TERRAFORM: Record<string, string> = {
  keycloak_openid_client:
    'realm_id client_id name enabled description access_type client_secret client_authenticator_type standard_flow_enabled implicit_flow_enabled direct_access_grants_enabled service_accounts_enabled frontchannel_logout_enabled frontchannel_logout_url valid_redirect_uris valid_post_logout_redirect_uris web_origins root_url admin_url base_url pkce_code_challenge_method full_scope_allowed access_token_lifespan consent_required use_refresh_tokens use_refresh_tokens_client_credentials extra_config',
  keycloak_openid_audience_protocol_mapper:
    'realm_id client_id client_scope_id name included_client_audience included_custom_audience add_to_id_token add_to_access_token add_to_token_introspection',
  keycloak_openid_group_membership_protocol_mapper:
    'realm_id client_id client_scope_id name claim_name full_path add_to_id_token add_to_access_token add_to_userinfo',
  azuread_application:
    'display_name owners sign_in_audience prevent_duplicate_names group_membership_claims identifier_uris api optional_claims required_resource_access single_page_application web public_client app_role tags notes service_management_reference',
  'azuread_application.web':
    'redirect_uris logout_url homepage_url implicit_grant',
  'azuread_application.single_page_application': 'redirect_uris',
  'azuread_application.api':
    'requested_access_token_version oauth2_permission_scope known_client_applications mapped_claims_enabled',
  'azuread_application.api.oauth2_permission_scope':
    'id value type enabled admin_consent_display_name admin_consent_description user_consent_display_name user_consent_description',
  'azuread_application.optional_claims': 'access_token id_token saml2_token',
  'azuread_application.optional_claims.access_token':
    'name source essential additional_properties',
  'azuread_application.optional_claims.id_token':
    'name source essential additional_properties',
  'azuread_application.required_resource_access':
    'resource_app_id resource_access',
  'azuread_application.required_resource_access.resource_access': 'id type',
  azuread_service_principal:
    'client_id use_existing owners app_role_assignment_required account_enabled tags notes',
  azuread_application_identifier_uri: 'application_id identifier_uri',
  azuread_application_password:
    'application_id display_name start_date end_date rotate_when_changed',
  azuread_service_principal_delegated_permission_grant:
    'service_principal_object_id resource_service_principal_object_id claim_values user_object_id',
  okta_app_oauth:
    'label type grant_types response_types token_endpoint_auth_method client_id pkce_required redirect_uris post_logout_redirect_uris consent_method omit_secret issuer_mode login_uri status',
  okta_app_group_assignments: 'app_id group',
  'okta_app_group_assignments.group': 'id priority profile',
  okta_trusted_origin: 'name origin scopes active',
  okta_auth_server:
    'name audiences description issuer_mode status credentials_rotation_mode',
  okta_auth_server_scope:
    'auth_server_id name consent default description display_name metadata_publish optional',
  okta_auth_server_claim:
    'auth_server_id name claim_type value_type value group_filter_type scopes always_include_in_token status',
  okta_auth_server_policy:
    'auth_server_id name description priority client_whitelist status',
  okta_auth_server_policy_rule:
    'auth_server_id policy_id name priority grant_type_whitelist scope_whitelist group_whitelist group_blacklist user_whitelist user_blacklist access_token_lifetime_minutes refresh_token_lifetime_minutes refresh_token_window_minutes inline_hook_id status type',
  auth0_client:
    'name app_type grant_types oidc_conformant is_first_party callbacks allowed_logout_urls web_origins allowed_origins jwt_configuration description cross_origin_auth refresh_token',
  'auth0_client.jwt_configuration':
    'alg lifetime_in_seconds scopes secret_encoded',
  auth0_client_credentials:
    'client_id authentication_method client_secret private_key_jwt',
  auth0_client_grant: 'client_id audience scopes subject_type',
  auth0_resource_server:
    'name identifier signing_alg signing_secret allow_offline_access skip_consent_for_verifiable_first_party_clients token_lifetime token_dialect enforce_policies',
};

function unknown(value: object, known: string): string[] {
  const names = known.split(' ');
  return Object.keys(value).filter(key => !names.includes(key));
}

/** Arguments that a resource or a block in it does not have, with their paths. */
function unknownArguments(path: string, value: any): string[] {
  if (!TERRAFORM[path]) return [`no list of ${path}`];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (!TERRAFORM[path].split(' ').includes(name)) return [`${path}.${name}`];
    const blocks = Array.isArray(inner) ? inner : [inner];
    return blocks.flatMap(block =>
      block && typeof block === 'object'
        ? unknownArguments(`${path}.${name}`, block)
        : [],
    );
  });
}

it.each(['keycloak', 'entra', 'okta', 'auth0'] as const)(
  'Terraform for %s has only arguments that its provider has',
  async product => {
    const { parse } = await import('@cdktf/hcl2json');
    const parsed: any = await parse('main.tf', fileOf(product, 'main.tf'));
    const wrong = Object.entries<any>(parsed.resource).flatMap(
      ([type, byName]) =>
        Object.values<any>(byName).flatMap(([resource]) =>
          unknownArguments(type, resource),
        ),
    );
    expect([...new Set(wrong)]).toEqual([]);
  },
);

describe('Terraform for Microsoft Entra ID', () => {
  it('asks for version 2 in every application, and never for a secret’s value', async () => {
    const { parse } = await import('@cdktf/hcl2json');
    const text = fileOf('entra', 'main.tf');
    const { resource }: any = await parse('main.tf', text);
    const applications = Object.values<any>(resource.azuread_application);
    expect(applications.length).toBeGreaterThan(3);
    for (const [{ api }] of applications)
      expect(api[0].requested_access_token_version).toBe(2);
    expect(text).not.toMatch(/\.value\b/);
  });
});

it('Keycloak’s partial import has only fields of its representations', () => {
  const body = JSON.parse(fileOf('keycloak', 'partial-import.json'));
  const wrong = [
    ...unknown(body, KEYCLOAK.partialImport),
    ...body.clients.flatMap((client: any) => [
      ...unknown(client, KEYCLOAK.client),
      ...unknown(client.attributes, KEYCLOAK.attributes),
      ...client.protocolMappers.flatMap((mapper: any) => [
        ...unknown(mapper, KEYCLOAK.mapper),
        ...unknown(mapper.config, KEYCLOAK.config),
      ]),
    ]),
  ];
  expect(wrong).toEqual([]);
});

it('Keycloak gets post-logout addresses joined by ##, beside those of the sign-in', () => {
  const { clients } = JSON.parse(fileOf('keycloak', 'partial-import.json'));
  const applications = setupApplications(record());
  const withLogout = applications.filter(
    ({ postLogoutRedirectUris }) => postLogoutRedirectUris.length > 0,
  );
  expect(withLogout.map(({ client }) => client)).toContain('orchestration');
  for (const { clientId, postLogoutRedirectUris } of withLogout) {
    const client = clients.find((entry: any) => entry.clientId === clientId);
    expect(client.attributes['post.logout.redirect.uris']).toBe(
      ['+', ...postLogoutRedirectUris].join('##'),
    );
  }
});

/** Delegated permissions of Microsoft Graph, the same in every tenant. */
const PERMISSIONS: Record<string, string> = {
  openid: '37f7f235-527c-4136-accd-4a02d197296e',
  profile: '14dad69e-099b-42c9-810b-d002981feec1',
  email: '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0',
  offline_access: '7427e0e9-2fba-42fe-b0c0-848c9e6a8182',
};

describe('Microsoft Graph', () => {
  const applications = setupApplications(entraRecord());

  it('is asked for what a sign-in asks for, and machines for nothing', () => {
    const asked = applications.map(application => {
      const [access] =
        graphApplication(application, {}).requiredResourceAccess ?? [];
      return [
        application.client,
        access?.resourceAppId,
        access?.resourceAccess.map(({ id }) => id).sort(),
      ];
    });
    expect(asked).toEqual(
      applications.map(({ client, kind, scopes }) =>
        kind === 'machine'
          ? [client, undefined, undefined]
          : [
              client,
              GRAPH_APP_ID,
              scopes.map(scope => PERMISSIONS[scope]).sort(),
            ],
      ),
    );
  });

  it('puts groups into tokens only where a component reads them', () => {
    const [application] = applications.filter(({ kind }) => kind === 'web');
    expect(graphApplication(application, {}).groupMembershipClaims).toBe(
      undefined,
    );
    const { groupMembershipClaims, optionalClaims } = graphApplication(
      application,
      { groupsClaim: 'groups' },
    );
    expect(groupMembershipClaims).toBe('SecurityGroup');
    expect(optionalClaims.accessToken).toContainEqual({ name: 'groups' });
  });

  it('keeps the id of an exposed scope: an enabled one can be neither dropped nor changed', () => {
    const ids = () =>
      applications.flatMap(
        application =>
          graphApplication(application, {}).api.oauth2PermissionScopes?.map(
            ({ id }) => id,
          ) ?? [],
      );
    expect(ids().length).toBeGreaterThan(0);
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(ids().length);
  });
});

describe('a registration (RFC 7591)', () => {
  it('names no audience, which it cannot, and the steps say so', () => {
    const { steps, applications } = writeProviderSetup(
      record(),
      DEFAULT_PROVIDER_CONTEXT,
      'registration',
    );
    for (const application of applications)
      expect(JSON.stringify(registrationRequest(application))).not.toContain(
        'audience',
      );
    const byHand = steps.find(({ id }) => id === 'audiences')!;
    expect(byHand.values!.map(({ value }) => value)).toEqual(
      expect.arrayContaining(applications.flatMap(entry => entry.audiences)),
    );
  });

  it('gives machines neither addresses nor response types, and public ones no secret', () => {
    const all = setupApplications(record());
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(3);
    const requests = (wanted: string) =>
      all
        .filter(({ kind }) => kind === wanted)
        .map(application => registrationRequest(application));
    expect(
      requests('machine').flatMap(request => [
        ...request.redirect_uris,
        ...request.response_types,
      ]),
    ).toEqual([]);
    expect(
      requests('spa').map(request => request.token_endpoint_auth_method),
    ).toEqual(requests('spa').map(() => 'none'));
  });
});
