import { profileOf } from './profile';
import {
  hasUnknownCloud,
  resolveProvider,
  type ProviderContext,
} from './resolve';
import type { Discovered, Provider } from './schema';

/**
 * A provider's title and address.
 *
 * @public
 */
export interface ProviderSummary {
  title: string;
  /** Code of a product profile. */
  profile: string;
  /** Empty if the provider's Microsoft cloud is not configured (any more). */
  issuer: string;
  issuerBackendUrl: string;
}

/**
 * Title and addresses of a provider; placeholders if its Microsoft cloud is not configured.
 *
 * @public
 */
export function summarizeProvider(
  provider: Provider,
  context: ProviderContext,
  discovered?: Discovered,
): ProviderSummary {
  const { profile: name, title } = profileOf(provider, context);
  const profile = { profile: name, title };
  if (hasUnknownCloud(provider, context)) {
    const { cloud } = provider as { cloud?: string };
    return {
      ...profile,
      title: `Microsoft Entra ID (cloud "${cloud}" is not configured)`,
      issuer: '',
      issuerBackendUrl: '',
    };
  }
  const { issuer, issuerBackendUrl } = resolveProvider(
    provider,
    context,
    discovered,
  );
  return { ...profile, issuer, issuerBackendUrl };
}
