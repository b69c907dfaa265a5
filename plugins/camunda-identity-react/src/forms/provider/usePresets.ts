import type { ProviderPresetAnswer } from 'backstage-plugin-camunda-identity-common/client';
import useAsync from 'react-use/esm/useAsync';
import { useApiClient } from './useApiClient';

/** Providers that the platform team has set up; empty while loading or if they cannot be loaded. */
export function usePresets(): ProviderPresetAnswer[] {
  const client = useApiClient();
  const { value } = useAsync(() => client.listProviderPresets(), [client]);
  return value?.items ?? [];
}
