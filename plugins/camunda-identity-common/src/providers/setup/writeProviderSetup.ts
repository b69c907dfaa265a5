import type { Finding } from '../../checks';
import { finding } from '../../checks';
import { profileOf } from '../profile';
import { resolveProvider, type ProviderContext } from '../resolve';
import { setupApplications, type SetupRecord } from './applications';
import { auth0Setup } from './auth0';
import { consoleSetup } from './consoles';
import { entraSetup } from './entra';
import { keycloakSetup } from './keycloak';
import { oktaSetup } from './okta';
import { registrationSetup } from './registration';
import type {
  ProductSetup,
  ProviderSetup,
  SetupInput,
  SetupProduct,
} from './types';

const PRODUCTS: Readonly<Record<SetupProduct, ProductSetup>> = {
  keycloak: keycloakSetup,
  entra: entraSetup,
  okta: oktaSetup,
  auth0: auth0Setup,
  registration: registrationSetup,
};

/**
 * Thrown if the request cannot be met for this record; the message is for people.
 *
 * @public
 */
export class UnsupportedSetupError extends Error {
  name = 'UnsupportedSetupError';
}

/**
 * The input of a product's writers, from a record or a draft.
 *
 * @throws UnknownCloudError for a Microsoft cloud that `context` does not have
 * @public
 */
export function setupInput(
  record: SetupRecord,
  context: ProviderContext,
): SetupInput {
  const { provider, components } = record;
  const { issuer } = resolveProvider(provider, context);
  return {
    name: record.name ?? 'camunda',
    issuer,
    applications: setupApplications(record),
    groupsClaim: components.orchestration?.groupsClaim,
    ...(provider.type === 'MICROSOFT'
      ? {
          tenantId: provider.tenantId,
          cloud: provider.cloud,
          loginBaseUrl: context.clouds[provider.cloud ?? 'global'].loginBaseUrl,
        }
      : {}),
  };
}

function awaited({ applications }: SetupInput): Finding[] {
  return applications
    .filter(({ clientId }) => !clientId)
    .map(({ client, title }) =>
      finding(
        'config.client-id-awaited',
        'info',
        { kind: 'client', client },
        { message: `The client ID of ${title} is not known yet` },
      ),
    );
}

/**
 * What has to exist at the provider, as steps with the record's values and as files that create it. Pure and
 * deterministic: the same record gives the same bytes, so that a second run finds the results of the first.
 * Contains no secrets.
 *
 * @param product - the product to write for; defaults to that of the provider's profile
 * @throws UnsupportedSetupError for Entra's files with a generic provider, or the reverse
 * @public
 */
export function writeProviderSetup(
  record: SetupRecord,
  context: ProviderContext,
  product?: SetupProduct,
): ProviderSetup {
  const input = setupInput(record, context);
  const microsoft = record.provider.type === 'MICROSOFT';
  if (product === 'entra' && !microsoft)
    throw new UnsupportedSetupError(
      'product: entra is for records with the provider type MICROSOFT',
    );
  if (product && product !== 'entra' && microsoft)
    throw new UnsupportedSetupError(
      `product: ${product} is for records with the provider type GENERIC; this one is Microsoft Entra ID`,
    );
  const wanted: string = product ?? profileOf(record.provider, context).profile;
  const setup = Object.hasOwn(PRODUCTS, wanted)
    ? PRODUCTS[wanted as SetupProduct]
    : consoleSetup(wanted);
  return {
    product: wanted,
    title: setup.title,
    steps: setup.steps(input),
    files: setup.files?.(input) ?? [],
    findings: [...(setup.findings?.(input) ?? []), ...awaited(input)],
    applications: input.applications,
  };
}
