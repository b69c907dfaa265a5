/** As much of a provider as has been typed. */
export interface ProviderFormData {
  type?: 'GENERIC' | 'MICROSOFT';
  issuer?: string;
  issuerBackendUrl?: string;
  tenantId?: string;
  cloud?: string;
}
