import { z } from 'zod';
import {
  COMPONENTS,
  type ByClient,
  type ComponentClientKey,
  type MachineClientKey,
} from '../camunda';
import { oneOf, refuseUnseen } from '../fields/line';

/** Every application of a component, of every version. */
export const CLIENT_KEYS = COMPONENTS.flatMap(({ clients }) =>
  clients.map(({ key }) => key),
) as [ComponentClientKey, ...ComponentClientKey[]];

const MACHINE_CLIENT_KEY = /^machine\.[a-z0-9](-?[a-z0-9])*$/;

const EXPECTED = `expected one of ${CLIENT_KEYS.join(', ')}, machine.<name>`;

const machineClientKeySchema = z
  .string({ error: EXPECTED })
  .max(71, { error: EXPECTED })
  .regex(MACHINE_CLIENT_KEY, { error: EXPECTED }) as unknown as z.ZodType<
  MachineClientKey,
  MachineClientKey
>;

/** The key of a client: that of a component's application, or `machine.<name>`. */
export const clientKeySchema = z.union(
  [oneOf(CLIENT_KEYS), machineClientKeySchema],
  {
    error: issue => (issue.input === undefined ? 'is missing' : EXPECTED),
  },
);

/** Shorter ones are words and parts of words, which could be taken out of no text. */
const MIN_SECRET_LENGTH = 4;

/** UTF-8. */
const MAX_SECRET_BYTES = 4096;

/** A client secret in a request. */
export const secretValue = z
  .string({ error: 'expected the secret as text' })
  .min(1, { error: 'is empty', abort: true })
  .refine(value => value.length >= MIN_SECRET_LENGTH, {
    error: `at least ${MIN_SECRET_LENGTH} characters: anybody guesses a shorter one, and it could not be kept out of messages`,
    abort: true,
  })
  // A character has one byte or more: what is too long is not even counted.
  .max(MAX_SECRET_BYTES, {
    error: `at most ${MAX_SECRET_BYTES} bytes`,
    abort: true,
  })
  .refine(value => new TextEncoder().encode(value).length <= MAX_SECRET_BYTES, {
    error: `at most ${MAX_SECRET_BYTES} bytes`,
    abort: true,
  })
  .superRefine(refuseUnseen);

const UNKNOWN_CLIENT = `has an unknown client; the clients are ${CLIENT_KEYS.join(
  ', ',
)}, machine.<name>`;

/** Somebody may have put the secret in place of the client: what stands there is not repeated, not even in a path. */
function refuseUnknownClients(value: unknown, ctx: z.RefinementCtx): unknown {
  const isUnknown = (key: string) => !clientKeySchema.safeParse(key).success;
  if (
    value === null ||
    typeof value !== 'object' ||
    !Object.keys(value).some(isUnknown)
  )
    return value;
  ctx.addIssue({ code: 'custom', message: UNKNOWN_CLIENT });
  return z.NEVER;
}

/**
 * Secrets by client, for one run only. Never stored, never logged.
 *
 * @public
 */
export const runSecretsSchema = z
  .preprocess(
    refuseUnknownClients,
    z.partialRecord(clientKeySchema, secretValue, {
      error: 'expected secrets by client, { "identity": "…" }',
    }),
  )
  .optional() as unknown as z.ZodOptional<
  z.ZodType<ByClient<string>, ByClient<string>>
>;

/** @public */
export type RunSecrets = ByClient<string> | undefined;
