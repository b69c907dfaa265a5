import {
  clientParamSchema,
  secretBodySchema,
  secretQuerySchema,
} from '../../schemas';
import type { Operation } from '../types';

const tag = 'Secrets';
const path = '/v1/connections/:id/clients/:client/secret';
const params = clientParamSchema.shape;

export const secretOperations: Operation[] = [
  {
    method: 'put',
    path,
    operationId: 'putSecret',
    tag,
    summary: 'Store the secret of a client, encrypted',
    description: 'No answer ever holds it. Needs a key in the configuration.',
    params,
    body: { schema: secretBodySchema, required: true },
    status: 204,
    failures: [403, 404, 409, 412, 413],
  },
  {
    method: 'delete',
    path,
    operationId: 'deleteSecret',
    tag,
    summary: 'Forget the stored secret of a client',
    params,
    query: secretQuerySchema,
    status: 204,
    failures: [403, 404, 409, 412],
  },
  {
    method: 'post',
    path: `${path}/promote`,
    operationId: 'promoteSecret',
    tag,
    summary: 'Make the next secret of a client the current one',
    params,
    status: 204,
    failures: [403, 404, 409, 412],
  },
];
