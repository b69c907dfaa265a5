import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Finding,
  Report,
} from 'backstage-plugin-camunda-identity-common/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { camundaIdentityApiRef } from '../api';

/** A check that somebody watches. */
export interface CheckRun {
  running: boolean;
  findings: Finding[];
  report?: Report;
  error?: Error;
}

const IDLE: CheckRun = { running: false, findings: [] };

/**
 * Runs the checks of a record and shows the findings as they come.
 *
 * @param onDone - called once the report is stored
 */
export function useCheckRun(connectionId: string, onDone: () => void) {
  const api = useApi(camundaIdentityApiRef);
  const [run, setRun] = useState<CheckRun>(IDLE);
  const controller = useRef<AbortController>(undefined);

  // Leaving the page cancels the run.
  useEffect(() => () => controller.current?.abort(), []);

  const start = useCallback(async () => {
    controller.current?.abort();
    const current = new AbortController();
    controller.current = current;
    const update = (change: (before: CheckRun) => CheckRun) => {
      if (!current.signal.aborted) setRun(change);
    };
    setRun({ running: true, findings: [] });
    try {
      const events = api.streamConnectionCheck(
        connectionId,
        {},
        current.signal,
      );
      for await (const event of events) {
        if (event.type === 'finding')
          update(before => ({
            ...before,
            findings: [...before.findings, event.finding],
          }));
        if (event.type === 'report')
          update(() => ({
            running: false,
            findings: event.report.findings,
            report: event.report,
          }));
        if (event.type === 'error') throw new Error(event.error.message);
      }
      update(before => ({ ...before, running: false }));
      if (!current.signal.aborted) onDone();
    } catch (error) {
      update(before => ({
        ...before,
        running: false,
        error: error as Error,
      }));
    }
  }, [api, connectionId, onDone]);

  return { ...run, start };
}
