import {
  hasUnknownCloud,
  recordClient,
  resolveProvider,
  type ClientKey,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import type { StoredConnection } from './StoredConnection';

/** Where a stored secret may be sent; encrypted together with it. */
export interface SecretBinding {
  recordId: string;
  client: string;
  clientId: string;
  issuer: string;
  /** Origin of the record's token endpoint. */
  tokenOrigin: string;
  /** Origin of the token endpoint in the discovery document, to which checks send the secret. */
  endpointOrigin: string;
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

/**
 * The binding of a client's secret according to the current record. If no check has found the token endpoint
 * yet, it is assumed at the issuer's own origin, and the secret goes nowhere else.
 *
 * @returns undefined if the record has no such client, or its provider or token endpoint is not known
 */
export function bindingOf(
  record: StoredConnection,
  client: ClientKey,
  providers: ProviderContext,
): SecretBinding | undefined {
  const { provider } = record.data;
  const clientId = recordClient(record.data, client)?.settings.clientId;
  if (!clientId || hasUnknownCloud(provider, providers)) return undefined;
  const { issuer, tokenUrl } = resolveProvider(
    provider,
    providers,
    record.discovered,
  );
  const tokenOrigin = originOf(tokenUrl ?? issuer);
  // It must be certain where a secret may go.
  if (!tokenOrigin) return undefined;
  const endpoint = record.discovered?.tokenUrl;
  return {
    recordId: record.id,
    client,
    clientId,
    issuer,
    tokenOrigin,
    // They differ if the record has an address that is used between containers only.
    endpointOrigin: (endpoint && originOf(endpoint)) || tokenOrigin,
  };
}

/** True if a secret with the binding `then` may be used with the current record. */
export function mayUse(
  record: StoredConnection,
  then: SecretBinding,
  now: SecretBinding,
): boolean {
  return (
    now.recordId === then.recordId &&
    now.client === then.client &&
    now.clientId === then.clientId &&
    now.issuer === then.issuer &&
    now.tokenOrigin === then.tokenOrigin &&
    // Without discovered addresses, the run compares what it discovers itself.
    (!record.discovered || now.endpointOrigin === then.endpointOrigin)
  );
}
