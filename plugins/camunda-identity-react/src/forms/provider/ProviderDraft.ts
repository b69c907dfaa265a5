/**
 * A provider as entered so far.
 *
 * @public
 */
export interface ProviderDraft {
  type?: 'GENERIC' | 'MICROSOFT';
  issuer?: string;
  issuerBackendUrl?: string;
  authUrl?: string;
  tokenUrl?: string;
  jwksUrl?: string;
  tenantId?: string;
  cloud?: string;
  scopes?: string[];
}
