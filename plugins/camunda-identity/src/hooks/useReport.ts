import { useApi } from '@backstage/frontend-plugin-api';

import {
  KNOWN_REPORT,
  type Connection,
  type Report,
} from 'backstage-plugin-camunda-identity-common/client';
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

/**
 * What is known of a record: the last verdict on each thing, whichever run made it.
 */
export function useKnown(connection: Connection) {
  const api = useApi(camundaIdentityApiRef);
  const { id, etag, health } = connection;
  const newest = health.recent[0]?.reportId ?? health.reportId;
  return useKept<Report | undefined>(
    async () => (newest ? api.getReport(id, KNOWN_REPORT) : undefined),
    `${id} ${etag} ${newest ?? ''}`,
  );
}
