import { z } from 'zod';
import { dateTime } from '../fields/dateTime';
import { line } from '../fields/line';

const KUBERNETES_NAME =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const SECRET_KEY = /^[-._a-zA-Z0-9]+$/;
const ENV_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * A key of a Kubernetes Secret in Camunda's namespace.
 *
 * @public
 */
export const kubernetesSecretSchema = z.strictObject({
  name: line(253).regex(KUBERNETES_NAME, {
    error:
      'expected the name of a Kubernetes Secret (lower case letters, digits, "-" and ".")',
  }),
  key: line(253).regex(SECRET_KEY, {
    error: 'expected a key of the Secret (letters, digits, "-", "_" and ".")',
  }),
});

const REFERENCE_HINT =
  'expected a reference to where Camunda finds the secret, { "kubernetesSecret": { "name", "key" } } or { "env": { "name" } }, never the secret itself';

const expiresAt = dateTime().optional();

/**
 * Where Camunda finds a client secret. Only written into configuration, never resolved here.
 *
 * @public
 */
export const secretReferenceSchema = z
  .strictObject(
    {
      kubernetesSecret: kubernetesSecretSchema.optional(),
      env: z
        .strictObject({
          name: line(200).regex(ENV_NAME, {
            error: 'expected the name of an environment variable',
          }),
        })
        .optional(),
      expiresAt,
    },
    {
      error: issue =>
        issue.code === 'invalid_type' ? REFERENCE_HINT : undefined,
    },
  )
  .refine(value => !(value.kubernetesSecret && value.env), {
    error: 'give either kubernetesSecret or env, not both',
  });

/** @public */
export type SecretReference = z.output<typeof secretReferenceSchema>;
