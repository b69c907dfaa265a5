import type { Connection } from '../../connections/types';
import { initialClaimChangeSchema, initialClaimResetSchema } from '../schemas';
import type { InitialClaimChange } from '../types';
import { answer, type Operation } from './types';

const tag = 'Initial claim';

export const initialClaimOperations = {
  setInitialClaim: {
    tag,
    summary: 'Camunda has started with the initial claim',
    description:
      'From then on configuration no longer changes it. Has no effect on one that is set.',
    answer: answer<Connection>('Connection'),
    failures: [403, 404, 412],
  },
  listInitialClaimChanges: {
    tag,
    summary: 'How the initial claim came to be what it is',
    description: 'Newest first. Values are for owners and admins.',
    answer: answer<{ items: InitialClaimChange[] }>('InitialClaimChanges'),
    failures: [404],
  },
  changeInitialClaim: {
    tag,
    summary: 'Record a change of a claim that is set',
    description:
      'For what was changed in Camunda or in its database; needs `changedInDatabase: true`.',
    body: {
      name: 'InitialClaimChangeRequest',
      schema: initialClaimChangeSchema,
      required: true,
    },
    answer: answer<Connection>('Connection'),
    failures: [403, 404, 409, 412, 413],
  },
  resetInitialClaim: {
    tag,
    summary: 'Camunda’s database was recreated',
    description: 'The claim is pending again; needs `databaseRecreated: true`.',
    body: {
      name: 'InitialClaimResetRequest',
      schema: initialClaimResetSchema,
      required: true,
    },
    answer: answer<Connection>('Connection'),
    failures: [403, 404, 409, 412, 413],
  },
} as const satisfies Record<string, Operation>;
