import { z } from 'zod';
import { dateTime } from '../fields/dateTime';
import { line } from '../fields/line';
import { kubernetesSecretSchema, secretReferenceSchema } from './secrets';

const HINT =
  'expected a reference to where Camunda finds the key store, { "kubernetesSecret": { "name", "key" } } or { "file": "/path/in/the/container.p12" }, never the key store itself';

/**
 * Where Camunda finds the key store (PKCS #12) by which an application proves itself at the token endpoint
 * (private_key_jwt, RFC 7523) instead of with a secret. Only written into configuration, never resolved here.
 *
 * @public
 */
export const certificateReferenceSchema = z
  .strictObject(
    {
      kubernetesSecret: kubernetesSecretSchema.optional(),
      file: line(1024, 'a path in the container').optional(),
      passwordSecret: secretReferenceSchema.optional(),
      expiresAt: dateTime().optional(),
    },
    { error: issue => (issue.code === 'invalid_type' ? HINT : undefined) },
  )
  .refine(value => Boolean(value.kubernetesSecret) !== Boolean(value.file), {
    error: 'give either kubernetesSecret or file',
  });

/** @public */
export type CertificateReference = z.output<typeof certificateReferenceSchema>;
