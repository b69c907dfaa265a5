import { createDraftSchema } from '../../../connections/schema';
import { checkBodySchema, historyQuerySchema } from '../../schemas';
import type { OpenApiOptions, Operation } from '../types';

const tag = 'Checks';
const STREAM = {
  'text/event-stream':
    'Events `plan` (codes to come), `finding`, then `report` or `error`',
};

export function checkOperations({ clouds }: OpenApiOptions): Operation[] {
  return [
    {
      method: 'post',
      path: '/v1/connections/:id/checks',
      operationId: 'checkConnection',
      tag,
      summary: 'Check a connection now',
      description: 'Closing the connection cancels the run and stores nothing.',
      body: { schema: checkBodySchema },
      status: 201,
      answer: 'Report',
      alternatives: STREAM,
      failures: [403, 404, 413, 429],
    },
    {
      method: 'get',
      path: '/v1/connections/:id/checks',
      operationId: 'listReports',
      tag,
      summary: 'List reports, newest first',
      query: historyQuerySchema,
      status: 200,
      answer: 'ReportPage',
      failures: [404],
    },
    {
      method: 'get',
      path: '/v1/connections/:id/checks/:reportId',
      operationId: 'getReport',
      tag,
      summary:
        'Read a report with its findings; the id "known" stands for the last verdict on each thing, whichever run made it',
      status: 200,
      answer: 'Report',
      failures: [404],
    },
    {
      method: 'post',
      path: '/v1/provider-checks',
      operationId: 'checkProvider',
      tag,
      summary: 'Check what is not saved; stores nothing',
      body: { schema: createDraftSchema({ clouds }), required: true },
      status: 200,
      answer: 'Report',
      alternatives: STREAM,
      failures: [403, 413, 429],
    },
  ];
}
