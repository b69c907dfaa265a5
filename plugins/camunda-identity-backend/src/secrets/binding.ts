import {
  clientSettings,
  hasUnknownCloud,
  resolveProvider,
  type ClientKey,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import type { StoredConnection } from '../connections/types';
import type { SecretBinding } from './SecretCipher';

/**
 * What a client's secret is for, as the record is now. Where no check has found the token endpoint yet, it
 * is taken to be at the issuer's own origin: the secret goes nowhere else.
 *
 * @returns undefined where the record has no such client, or its provider is not known
 */
export function bindingOf(
  record: StoredConnection,
  client: ClientKey,
  providers: ProviderContext,
): SecretBinding | undefined {
  const { provider, components } = record.data;
  const clientId = clientSettings(components, client, provider.type)?.clientId;
  if (!clientId || hasUnknownCloud(provider, providers)) return undefined;
  const { issuer, tokenUrl } = resolveProvider(
    provider,
    providers,
    record.discovered,
  );
  return {
    recordId: record.id,
    client,
    clientId,
    issuer,
    tokenOrigin: new URL(tokenUrl ?? issuer).origin,
  };
}

/** True where a secret may be used as the record is now. */
export function sameBinding(a: SecretBinding, b: SecretBinding): boolean {
  return (
    a.recordId === b.recordId &&
    a.client === b.client &&
    a.clientId === b.clientId &&
    a.issuer === b.issuer &&
    a.tokenOrigin === b.tokenOrigin
  );
}
