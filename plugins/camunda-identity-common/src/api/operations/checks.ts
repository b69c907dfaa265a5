import type { Report } from '../../checks';
import { createDraftSchema } from '../../connections/schema';
import { checkBodySchema, historyQuerySchema } from '../schemas';
import type { ReportPage } from '../types';
import { answer, type Operation, type OperationOptions } from './types';

const tag = 'Checks';

export function checkOperations({ clouds }: OperationOptions) {
  return {
    checkConnection: {
      tag,
      summary: 'Check a connection now',
      description:
        'Asks the provider and stores the report. Closing the HTTP connection cancels the run and stores nothing.',
      body: { name: 'CheckRequest', schema: checkBodySchema },
      answer: answer<Report>('Report'),
      failures: [403, 404, 413, 429],
    },
    listReports: {
      tag,
      summary: 'List reports, newest first',
      description: 'Without their findings; each has them when it is read.',
      query: historyQuerySchema,
      answer: answer<ReportPage>('ReportPage'),
      failures: [404],
    },
    getReport: {
      tag,
      summary: 'Read a report with its findings',
      description:
        'The id `known` stands for the last verdict on each thing, whichever run made it. Reports are deleted when they are too old or too many, except those that the health refers to.',
      answer: answer<Report>('Report'),
      failures: [404],
    },
    checkProvider: {
      tag,
      summary: 'Check what is not saved',
      description: 'Stores nothing. Needs no more than the provider.',
      body: {
        name: 'ConnectionDraft',
        schema: createDraftSchema({ clouds }),
        required: true,
      },
      answer: answer<Report>('Report'),
      failures: [403, 413, 429],
    },
  } as const satisfies Record<string, Operation>;
}
