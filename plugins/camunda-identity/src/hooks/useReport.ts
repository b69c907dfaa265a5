import { useApi } from '@backstage/frontend-plugin-api';
import type { Report } from 'backstage-plugin-camunda-identity-common/client';
import { camundaIdentityApiRef } from 'backstage-plugin-camunda-identity-react';
import { useKept } from './useKept';

/**
 * A stored report.
 *
 * @param reportId - undefined where the record was never checked
 */
export function useReport(connectionId: string, reportId: string | undefined) {
  const api = useApi(camundaIdentityApiRef);
  return useKept<Report | undefined>(
    async () => (reportId ? api.getReport(connectionId, reportId) : undefined),
    `${connectionId} ${reportId ?? ''}`,
  );
}
