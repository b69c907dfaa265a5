import {
  initialClaimChangeSchema,
  initialClaimResetSchema,
} from '../../schemas';
import type { Operation } from '../types';

const tag = 'Initial claim';
const path = '/v1/connections/:id/initial-claim';
const connection = { answer: 'Connection', etag: true, status: 200 } as const;

export const initialClaimOperations: Operation[] = [
  {
    ...connection,
    method: 'post',
    path: `${path}/set`,
    operationId: 'setInitialClaim',
    tag,
    summary: 'Camunda has started with the initial claim',
    failures: [403, 404, 412],
  },
  {
    method: 'get',
    path: `${path}/changes`,
    operationId: 'listInitialClaimChanges',
    tag,
    summary: 'How the initial claim came to be what it is',
    status: 200,
    answer: 'InitialClaimChanges',
    failures: [404],
  },
  {
    ...connection,
    method: 'post',
    path: `${path}/changes`,
    operationId: 'changeInitialClaim',
    tag,
    summary: 'Record a change of a claim that is set',
    body: { schema: initialClaimChangeSchema, required: true },
    failures: [403, 404, 409, 412, 413],
  },
  {
    ...connection,
    method: 'post',
    path: `${path}/reset`,
    operationId: 'resetInitialClaim',
    tag,
    summary: 'Camunda’s database was recreated: the claim is pending again',
    body: { schema: initialClaimResetSchema, required: true },
    failures: [403, 404, 409, 412, 413],
  },
];
