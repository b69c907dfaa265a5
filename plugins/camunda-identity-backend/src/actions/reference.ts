import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  nameSchema,
  type Connection,
} from 'backstage-plugin-camunda-identity-common';
import { z } from 'zod';
import type { z as z3 } from 'zod/v3';
import type { ConnectionsService } from '../connections/ConnectionsService';

/** Names one connection: by id or by name. */
export const referenceSchema = z
  .strictObject({
    id: z.string().min(1).optional(),
    name: nameSchema.optional(),
  })
  .refine(({ id, name }) => (id === undefined) !== (name === undefined), {
    error: 'give either id or name',
  });

/** The same, as the registry wants it declared. */
export function referenceInput(zod: typeof z3) {
  return {
    id: zod
      .string()
      .optional()
      .describe('Id of the connection; or give `name`'),
    name: zod
      .string()
      .optional()
      .describe(
        'Unique name of the connection, e.g. payments-prod; or give `id`',
      ),
  };
}

/** @throws NotFoundError also for a connection that the caller may not read */
export async function readReferenced(
  connections: ConnectionsService,
  { id, name }: { id?: string; name?: string },
  options: { credentials: BackstageCredentials },
): Promise<Connection> {
  if (id !== undefined) return connections.get(id, options);
  if (name !== undefined) return connections.getByName(name, options);
  throw new InputError('id or name: one of them is needed');
}
