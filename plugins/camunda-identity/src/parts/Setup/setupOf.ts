import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import type { SetupProduct } from 'backstage-plugin-camunda-identity-common/setup';

/** Products without a registration endpoint in any version (RFC 7591). */
const WITHOUT_REGISTRATION = ['adfs', 'cognito', 'google'];

/** False where the provider certainly registers no application by request. */
export function registersClients(connection: Connection): boolean {
  const { provider, providerSummary } = connection;
  return (
    provider.type !== 'MICROSOFT' &&
    !WITHOUT_REGISTRATION.includes(providerSummary.profile)
  );
}

/** Products that a record's applications can be written for; Entra's are Entra's only. */
export function productsOf(connection: Connection): SetupProduct[] {
  if (connection.provider.type === 'MICROSOFT') return ['entra'];
  return [
    'keycloak',
    'okta',
    'auth0',
    ...(registersClients(connection) ? (['registration'] as const) : []),
  ];
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
