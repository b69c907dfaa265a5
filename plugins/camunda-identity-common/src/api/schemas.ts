import { z } from 'zod';
import { SETUP_PRODUCTS } from '../providers/setup/types';
import { CAMUNDA_VERSIONS } from '../camunda';
import { CONFIG_FORMATS, ENV_STYLES } from '../config/types';
import {
  CLIENT_KEYS,
  clientKeySchema,
  runSecretsSchema,
  secretValue,
} from '../connections/runSecrets';
import { entityRefSchema, initialClaimSchema } from '../connections/schema';
import { dateTime } from '../fields/dateTime';
import { line, oneOf } from '../fields/line';

const SORTS = [
  'name',
  'updatedAt',
  'checkedAt',
  'status',
  'secretsExpireAt',
] as const;

/**
 * Query of `GET /v1/connections`; values arrive as text.
 *
 * @public
 */
export const listQuerySchema = z.strictObject({
  view: oneOf(['full', 'summary'])
    .default('full')
    .describe('`summary`: what a list shows, without clients and components'),
  upgradeTo: oneOf(CAMUNDA_VERSIONS)
    .optional()
    .describe(
      'Version that the `upgrade` of summaries is about; left out, the next one of each record',
    ),
  entityRef: entityRefSchema
    .optional()
    .describe('The catalog entity that runs Camunda'),
  owner: entityRefSchema.optional().describe('Entity reference of the owner'),
  provider: oneOf(['GENERIC', 'MICROSOFT'])
    .optional()
    .describe('Type of the provider'),
  status: oneOf(['unknown', 'pass', 'warn', 'fail'])
    .optional()
    .describe('Status of the health'),
  camundaVersion: oneOf(CAMUNDA_VERSIONS)
    .optional()
    .describe('Version of Camunda'),
  secretsExpireBefore: dateTime()
    .optional()
    .describe('A secret expires before this date and time'),
  q: line(200)
    .optional()
    .describe(
      'Words of name, title, issuer or client IDs that begin with those given',
    ),
  sort: oneOf(SORTS).default('name').describe('By what the list is sorted'),
  order: oneOf(['asc', 'desc'])
    .default('asc')
    .describe('Ascending or descending'),
  limit: z.coerce
    .number({ error: 'expected a number' })
    .int({ error: 'expected a whole number' })
    .min(1, { error: 'at least 1' })
    .max(200, { error: 'at most 200' })
    .default(20)
    .describe('Most items of a page'),
  cursor: z
    .string({ error: 'expected a cursor of a page before' })
    .max(2000, { error: 'at most 2000 characters' })
    .optional()
    .describe('`nextCursor` or `prevCursor` of another page of the same list'),
  count: oneOf(['true', 'false'])
    .default('false')
    .transform(value => value === 'true')
    .describe('`true`: count all items, on all pages'),
});

/** @public */
export type ListQuery = z.output<typeof listQuerySchema>;

/**
 * Query of `GET /v1/connections/:id/config`.
 *
 * @public
 */
export const configQuerySchema = z.strictObject({
  format: oneOf(CONFIG_FORMATS).describe('Kind of file'),
  style: oneOf(ENV_STYLES)
    .optional()
    .describe('Of `env`: dotenv (the default), Compose or Kubernetes'),
  component: z
    .union([z.literal('all'), clientKeySchema], {
      error: `expected all, or one of ${CLIENT_KEYS.join(
        ', ',
      )}, machine.<name>`,
    })
    .default('all')
    .describe('A client, or all'),
  camundaVersion: oneOf(CAMUNDA_VERSIONS)
    .optional()
    .describe('Another version than the record’s'),
});

/** @public */
export type ConfigQuery = z.output<typeof configQuerySchema>;

/** A file that somebody has; as large as a body may be. */
const fileContent = z.string({ error: 'expected the text of a file' });

/**
 * Body of `POST /v1/connections/:id/config-comparisons`.
 *
 * @public
 */
export const configComparisonSchema = z.strictObject({
  format: oneOf(CONFIG_FORMATS),
  content: fileContent,
  camundaVersion: oneOf(CAMUNDA_VERSIONS).optional(),
});

/**
 * Body of `POST /v1/config-upgrades`.
 *
 * @public
 */
export const configUpgradeSchema = z
  .strictObject({
    from: oneOf(CAMUNDA_VERSIONS),
    to: oneOf(CAMUNDA_VERSIONS),
    content: fileContent,
  })
  .refine(
    ({ from, to }) =>
      CAMUNDA_VERSIONS.indexOf(from) < CAMUNDA_VERSIONS.indexOf(to),
    { path: ['to'], error: 'expected a later version than "from"' },
  );

/**
 * Body of `POST /v1/connections/:id/upgrades`.
 *
 * @public
 */
export const recordUpgradeSchema = z.strictObject({
  to: oneOf(CAMUNDA_VERSIONS),
});

/**
 * Query of `GET /v1/connections/:id/provider-setup` and `POST /v1/provider-setups`.
 *
 * @public
 */
export const providerSetupQuerySchema = z.strictObject({
  product: oneOf(SETUP_PRODUCTS)
    .optional()
    .describe('That of the provider’s profile where it is left out'),
  form: oneOf(['steps', 'files'])
    .optional()
    .describe('Only steps or only files; both where it is left out'),
});

/** Visible ASCII: it goes into a header (RFC 6750 section 2.1). */
const BEARER = /^[\x21-\x7e]+$/;

/**
 * Body of `POST …/registrations`.
 *
 * @public
 */
export const registrationBodySchema = z.strictObject({
  initialAccessToken: secretValue
    .refine(value => BEARER.test(value), {
      error: 'expected a token: visible ASCII characters without spaces',
    })
    .optional()
    .describe('Sent to the registration endpoint for this once; never stored'),
  clients: z
    .array(clientKeySchema, { error: 'expected a list of clients' })
    .min(1, { error: 'names no client' })
    .max(100, { error: 'at most 100 clients' })
    .optional()
    .describe('Only these; all where it is left out'),
  replaces: z
    .partialRecord(clientKeySchema, line(255, 'a client ID'), {
      error: 'expected client IDs by client, { "identity": "…" }',
    })
    .optional()
    .describe(
      'Client IDs that are registered anew, as the caller has read them; any other client that has one keeps it',
    ),
  handOut: z
    .boolean({ error: 'expected true or false' })
    .default(false)
    .describe(
      'Answer secrets and registration access tokens, this once, to a person',
    ),
});

/** @public */
export type RegistrationBody = z.output<typeof registrationBodySchema>;

/**
 * Body of `POST /v1/connections/:id/checks`.
 *
 * @public
 */
export const checkBodySchema = z.strictObject({ secrets: runSecretsSchema });

const slot = oneOf(['current', 'next']);

/**
 * Body of `PUT …/clients/:client/secret`.
 *
 * @public
 */
export const secretBodySchema = z.strictObject({
  value: secretValue,
  expiresAt: dateTime().optional(),
  slot: slot.default('current'),
});

/** @public */
export type SecretBody = z.output<typeof secretBodySchema>;

/**
 * Query of `DELETE …/clients/:client/secret`; without a slot, both.
 *
 * @public
 */
export const secretQuerySchema = z.strictObject({
  slot: slot.optional().describe('Both, where it is left out'),
});

/**
 * The last but one part of `…/clients/:client/secret`.
 *
 * @public
 */
export const clientParamSchema = z.strictObject({
  client: clientKeySchema.describe(
    'Key of a client, as in `clients` of the record',
  ),
});

const reason = line(1000, 'a reason');

/**
 * Body of `POST …/initial-claim/changes`.
 *
 * @public
 */
export const initialClaimChangeSchema = z.strictObject({
  ...initialClaimSchema.shape,
  // No default: left out, it would turn a claim of another name into "oid".
  name: initialClaimSchema.shape.name.unwrap(),
  changedInDatabase: z.boolean({ error: 'expected true or false' }).optional(),
  reason,
});

/**
 * Body of `POST …/initial-claim/reset`.
 *
 * @public
 */
export const initialClaimResetSchema = z.strictObject({
  databaseRecreated: z.boolean({ error: 'expected true or false' }).optional(),
  reason,
});

/**
 * Query of `GET …/checks`.
 *
 * @public
 */
export const historyQuerySchema = listQuerySchema.pick({
  limit: true,
  cursor: true,
});
