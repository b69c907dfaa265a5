import {
  isMainThread,
  parentPort,
  Worker,
  workerData,
  type ResourceLimits,
} from 'node:worker_threads';
import {
  doFileJob,
  type FileJob,
  type FileJobInput,
  type FileJobResult,
} from './jobs';

/** Sent to the worker. */
export interface FileJobMessage<J extends FileJob = FileJob> {
  job: J;
  input: FileJobInput<J>;
}

/** Sent by the worker: once when it is ready, then one result for each job. */
export type FileWorkerMessage = 'ready' | FileJobResult;

const ROLE = 'camunda-identity file worker';

/** Runs this file as TypeScript in the repository; packages contain JavaScript. */
function execArgv(): string[] | undefined {
  const isSource = __filename.endsWith('.ts');
  const hasTransform = process.execArgv.some(entry =>
    /nodeTransform|tsx/.test(entry),
  );
  if (!isSource || hasTransform) return undefined;
  // Needed under Jest, which transforms modules of its own process only.
  return [
    '--require',
    require.resolve('@backstage/cli/config/nodeTransform.cjs'),
  ];
}

/**
 * Starts a worker thread for jobs on files. This file is also its program, so that it is found wherever the
 * package is built to.
 */
export function startFileWorker(resourceLimits: ResourceLimits): Worker {
  return new Worker(__filename, {
    workerData: ROLE,
    resourceLimits,
    execArgv: execArgv(),
    // No file needs anything of the portal's environment.
    env: {},
    name: ROLE,
  });
}

if (!isMainThread && workerData === ROLE && parentPort) {
  const port = parentPort;
  port.on('message', ({ job, input }: FileJobMessage) => {
    port.postMessage(doFileJob(job, input));
  });
  port.postMessage('ready');
}
