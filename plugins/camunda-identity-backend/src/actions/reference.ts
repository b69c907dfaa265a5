import { InputError } from '@backstage/errors';
import { nameSchema } from 'backstage-plugin-camunda-identity-common';
import { z } from 'zod';
import type { z as z3 } from 'zod/v3';
import type { ConnectionRef } from '../input/ConnectionRef';
import { optional } from './declared';

/** Names one connection: by id or by name. */
export const referenceSchema = z
  .strictObject({
    id: z
      .string()
      .min(1)
      .max(100, { error: 'is longer than any id' })
      .optional(),
    name: nameSchema.optional(),
  })
  .refine(({ id, name }) => (id === undefined) !== (name === undefined), {
    error: 'give either id or name',
  });

/** The same shape, declared for the registry. */
export function referenceInput(zod: typeof z3) {
  return {
    id: optional(zod, zod.string(), 'Id of the connection; or give `name`'),
    name: optional(
      zod,
      zod.string(),
      'Unique name of the connection, e.g. payments-prod; or give `id`',
    ),
  };
}

/** @throws InputError if neither is given, which a schema has already refused */
export function toRef({
  id,
  name,
}: {
  id?: string;
  name?: string;
}): ConnectionRef {
  if (id !== undefined) return { id };
  if (name !== undefined) return { name };
  throw new InputError('id or name: one of them is needed');
}
