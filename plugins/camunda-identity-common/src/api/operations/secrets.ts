import {
  clientParamSchema,
  secretBodySchema,
  secretQuerySchema,
} from '../schemas';
import type { Operation } from './types';

const tag = 'Secrets';
const params = clientParamSchema.shape;

export const secretOperations = {
  putSecret: {
    tag,
    summary: 'Store the secret of a client, encrypted',
    description:
      'Bound to where it may be sent. No answer ever holds it. Needs a key in the configuration.',
    params,
    body: { name: 'SecretRequest', schema: secretBodySchema, required: true },
    failures: [403, 404, 409, 412, 413],
  },
  deleteSecret: {
    tag,
    summary: 'Forget the stored secret of a client',
    description: 'Of one slot, or of both where none is named.',
    params,
    query: secretQuerySchema,
    failures: [403, 404, 409, 412],
  },
  promoteSecret: {
    tag,
    summary: 'Make the next secret of a client the current one',
    description: 'The current one is forgotten.',
    params,
    failures: [403, 404, 409, 412],
  },
} as const satisfies Record<string, Operation>;
