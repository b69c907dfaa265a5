import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import type { SetupProduct } from 'backstage-plugin-camunda-identity-common/setup';

/** Products that a record's applications can be written for; Entra's are Entra's only. */
export function productsOf(connection: Connection): SetupProduct[] {
  return connection.provider.type === 'MICROSOFT'
    ? ['entra']
    : ['keycloak', 'okta', 'auth0', 'registration'];
}

/** Files and applications for the provider, written in the browser when somebody asks for them. */
export async function setupOf(connection: Connection, product?: SetupProduct) {
  const [{ writeProviderSetup }, { MICROSOFT_CLOUDS }] = await Promise.all([
    import('backstage-plugin-camunda-identity-common/setup'),
    import('backstage-plugin-camunda-identity-common/schema'),
  ]);
  const { provider, providerSummary } = connection;
  const clouds = { ...MICROSOFT_CLOUDS };
  // A cloud of the installation's own: its address is in the issuer.
  if (provider.type === 'MICROSOFT' && provider.cloud)
    clouds[provider.cloud] ??= {
      title: providerSummary.title,
      loginBaseUrl: providerSummary.issuer.split(`/${provider.tenantId}`)[0],
    };
  return writeProviderSetup(connection, { clouds }, product);
}
