import { useApi } from '@backstage/frontend-plugin-api';
import type {
  CheckEvent,
  Finding,
  Report,
} from 'backstage-plugin-camunda-identity-common/client';
import {
  camundaIdentityApiRef,
  type CamundaIdentityApi,
} from 'backstage-plugin-camunda-identity-react';
import { useCallback, useEffect, useRef, useState } from 'react';

/** A check that somebody watches. */
export interface CheckRun {
  running: boolean;
  /** How many findings are to come in all; 0 before the plan is known. */
  planned: number;
  findings: Finding[];
  report?: Report;
  error?: Error;
  cancelled?: boolean;
}

const IDLE: CheckRun = { running: false, planned: 0, findings: [] };

/** Opens the stream of one kind of check. */
type Open = (
  api: CamundaIdentityApi,
  signal: AbortSignal,
) => AsyncGenerator<CheckEvent>;

function next(before: CheckRun, event: CheckEvent): CheckRun {
  switch (event.type) {
    case 'plan':
      return { ...before, planned: event.codes.length };
    case 'finding':
      return { ...before, findings: [...before.findings, event.finding] };
    case 'report':
      return {
        ...before,
        running: false,
        findings: event.report.findings,
        report: event.report,
      };
    default:
      throw new Error(event.error.message);
  }
}

/**
 * Runs checks and shows the findings as they come. Leaving the page cancels the run; a cancelled run
 * stores nothing.
 *
 * @param onDone - called once the report is stored
 */
export function useCheckStream(onDone?: (report: Report) => void) {
  const api = useApi(camundaIdentityApiRef);
  const [run, setRun] = useState<CheckRun>(IDLE);
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const start = useCallback(
    async (open: Open) => {
      controller.current?.abort();
      const current = new AbortController();
      controller.current = current;
      let state: CheckRun = { ...IDLE, running: true };
      setRun(state);
      try {
        for await (const event of open(api, current.signal)) {
          if (current.signal.aborted) return;
          state = next(state, event);
          setRun(state);
        }
        if (current.signal.aborted) return;
        setRun({ ...state, running: false });
        if (state.report) onDone?.(state.report);
      } catch (error) {
        if (!current.signal.aborted)
          setRun({ ...state, running: false, error: error as Error });
      }
    },
    [api, onDone],
  );
  const cancel = useCallback(() => {
    controller.current?.abort();
    setRun({ ...IDLE, cancelled: true });
  }, []);
  return { run, start, cancel };
}

/** The same for a record. */
export function useCheckRun(connectionId: string, onDone: () => void) {
  const { run, start, cancel } = useCheckStream(onDone);
  const begin = useCallback(
    (secrets?: Record<string, string>) =>
      start((api, signal) =>
        api.streamConnectionCheck(
          connectionId,
          secrets ? { secrets } : {},
          signal,
        ),
      ),
    [connectionId, start],
  );
  return { ...run, start: begin, cancel };
}

/** A check of one record, as several parts of a page share it. */
export type ConnectionCheck = ReturnType<typeof useCheckRun>;
