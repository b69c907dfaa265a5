import { z } from 'zod';
import { line, oneOf } from '../fields/line';
import { nameSchema } from '../fields/name';
import { certificateReferenceSchema } from './certificate';
import { secretReferenceSchema } from './secrets';

/** Far more than one installation has. */
const MAX_MACHINE_CLIENTS = 50;

/**
 * One application of the team that calls Camunda with a client ID of its own.
 *
 * @public
 */
export const machineClientSchema = z.strictObject({
  name: nameSchema,
  clientId: line(255, 'a client ID'),
  audience: line(1024, 'an audience').optional(),
  tokenScope: line(1024, 'a scope').optional(),
  secret: secretReferenceSchema.optional(),
  certificate: certificateReferenceSchema.optional(),
  purpose: oneOf(['worker', 'api']).optional(),
});

/**
 * Applications of the team's own that call Camunda: job workers, and what uses its APIs.
 *
 * @public
 */
export const machineClientsSchema = z
  .array(machineClientSchema, { error: 'expected a list' })
  .max(MAX_MACHINE_CLIENTS, { error: `at most ${MAX_MACHINE_CLIENTS}` })
  .superRefine((clients, ctx) => {
    const seen = new Set<string>();
    clients.forEach(({ name }, index) => {
      if (seen.has(name))
        ctx.addIssue({
          code: 'custom',
          path: [index, 'name'],
          message: 'another machine client has this name',
        });
      seen.add(name);
    });
  });

/** @public */
export type MachineClient = z.output<typeof machineClientSchema>;
