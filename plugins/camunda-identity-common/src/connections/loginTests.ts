import { z } from 'zod';
import type { CamundaVersion } from '../camunda';
import { componentsSchema } from './components';
import { refuseCertificates } from './refuseCertificates';
import { clientKeySchema, secretValue } from './runSecrets';
import {
  camundaVersionSchema,
  createDraftSchema,
  refuseUnknownComponents,
} from './schema';

const fields = {
  client: clientKeySchema.describe('Key of the client that is signed in to'),
  secret: secretValue
    .optional()
    .describe('Of the client, for this test only; else the stored one'),
};

/**
 * Body of `POST /v1/connections/:id/login-tests`.
 *
 * @public
 */
export const loginTestSchema = z.strictObject(fields);

/** @public */
export type LoginTestBody = z.output<typeof loginTestSchema>;

/**
 * Body of `POST /v1/login-tests`: as much of a record as a sign-in needs, and who signs in where.
 *
 * @public
 */
export function createLoginDraftSchema(options?: {
  clouds?: readonly string[];
}) {
  const { secrets: _, ...shape } = createDraftSchema(options).shape;
  return z
    .strictObject({
      ...shape,
      camundaVersion: camundaVersionSchema,
      components: componentsSchema.partial({ identity: true }),
      ...fields,
    })
    .superRefine((value, ctx) => {
      const record = value as typeof value & {
        camundaVersion: CamundaVersion;
      };
      refuseUnknownComponents(record, ctx);
      refuseCertificates(record, ctx);
    });
}

/** @public */
export type LoginDraft = z.output<ReturnType<typeof createLoginDraftSchema>>;
