import { z } from 'zod';
import {
  CAMUNDA_VERSIONS,
  DESCRIBED_VERSIONS,
  findComponent,
  type CamundaVersion,
  type ComponentKey,
} from '../camunda';
import { componentsSchema } from './components';
import { machineClientsSchema } from './machineClients';
import { refuseCertificates } from './refuseCertificates';
import { createProviderSchema } from '../providers/schema';
import { runSecretsSchema } from './runSecrets';
import { line } from '../fields/line';
import { nameSchema } from '../fields/name';

export { nameSchema };

// Written out, since JSON Schema takes over a pattern and loses its flags.
const ENTITY_REF =
  /^[A-Za-z][A-Za-z0-9]*:[A-Za-z0-9]([A-Za-z0-9\-_.]*[A-Za-z0-9])?\/[A-Za-z0-9]([A-Za-z0-9\-_.]*[A-Za-z0-9])?$/;

/** @public */
export const entityRefSchema = line(200, 'an entity reference')
  .regex(ENTITY_REF, {
    error:
      'expected a full entity reference such as system:default/payments-camunda',
  })
  .transform(ref => ref.toLocaleLowerCase('en-US'));

/** @public */
export const camundaVersionSchema = z
  .enum(CAMUNDA_VERSIONS, {
    error: issue =>
      issue.input === undefined
        ? 'is missing'
        : `unknown Camunda version, expected one of ${CAMUNDA_VERSIONS.join(
            ', ',
          )}`,
  })
  .refine(version => DESCRIBED_VERSIONS.includes(version), {
    error: issue =>
      `Camunda ${
        issue.input
      } is not yet described by this release, only ${DESCRIBED_VERSIONS.join(
        ', ',
      )}`,
  });

/** @public */
export const initialClaimSchema = z.strictObject({
  name: line(255, 'a claim name').default('oid'),
  value: line(1024, 'a claim value'),
});

// ISO 8601 duration of whole units, no fractions, at least one part.
const DURATION = /^P(?=\d|T\d)(\d+W|(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)$/;

/** A year and a day. Far longer ones overflow dates, and nobody means them. */
const MAX_CADENCE_DAYS = 366;

const PER_DAY = { W: 1 / 7, D: 1, H: 24, M: 24 * 60, S: 24 * 60 * 60 };

function isShortEnough(every: string): boolean {
  let days = 0;
  for (const part of every.match(/\d{1,40}[WDHMS]/g) ?? [])
    days +=
      Number(part.slice(0, -1)) /
      PER_DAY[part.slice(-1) as keyof typeof PER_DAY];
  // What is no duration is refused as that.
  return !DURATION.test(every) || days <= MAX_CADENCE_DAYS;
}

const checksSchema = z.strictObject({
  every: line(40)
    .regex(DURATION, {
      error: 'expected an ISO 8601 duration such as P1D or PT6H',
    })
    .refine(isShortEnough, { error: `at most P${MAX_CADENCE_DAYS}D` })
    .describe(
      `ISO 8601 duration of weeks, or of days, hours, minutes and seconds; at most P${MAX_CADENCE_DAYS}D`,
    ),
});

/**
 * Refuses components that the version does not have.
 *
 * @public
 */
export function refuseUnknownComponents(
  value: { camundaVersion: CamundaVersion; components: object },
  ctx: z.RefinementCtx,
) {
  for (const key of Object.keys(value.components)) {
    if (!findComponent(key as ComponentKey, value.camundaVersion))
      ctx.addIssue({
        code: 'custom',
        path: ['components', key],
        message: `Camunda ${value.camundaVersion} has no such component`,
      });
  }
}

/**
 * What a person edits of a record, and its one validation in browser and server.
 *
 * @param options - `clouds`: names of the Microsoft clouds that this installation knows
 * @public
 */
export function createConnectionSchema(options?: {
  clouds?: readonly string[];
}) {
  return z
    .strictObject({
      name: nameSchema,
      title: line(200, 'a title').optional(),
      description: line(2000, 'a description').optional(),
      entityRef: entityRefSchema,
      owner: entityRefSchema,
      camundaVersion: camundaVersionSchema,
      provider: createProviderSchema(options?.clouds),
      components: componentsSchema,
      machineClients: machineClientsSchema.optional(),
      initialClaim: initialClaimSchema,
      checks: checksSchema.optional(),
    })
    .superRefine(refuseUnknownComponents)
    .superRefine(refuseCertificates);
}

/**
 * The body of `POST /v1/connections`: as a record, with the owner left to the catalog where it is not
 * given, and `initialClaim.state` for an installation that has already started.
 *
 * @public
 */
export function createNewConnectionSchema(options?: {
  clouds?: readonly string[];
}) {
  const schema = createConnectionSchema(options);
  return z
    .strictObject({
      ...schema.shape,
      owner: entityRefSchema.optional(),
      initialClaim: initialClaimSchema.extend({
        state: z.enum(['pending', 'set']).default('pending'),
      }),
    })
    .superRefine(refuseUnknownComponents)
    .superRefine(refuseCertificates);
}

/**
 * The body of `POST /v1/provider-checks`: a record that is still being typed. Only the provider is
 * needed.
 *
 * @public
 */
export function createDraftSchema(options?: { clouds?: readonly string[] }) {
  return z
    .strictObject({
      provider: createProviderSchema(options?.clouds),
      camundaVersion: camundaVersionSchema.optional(),
      components: componentsSchema.partial({ identity: true }).optional(),
      machineClients: machineClientsSchema.optional(),
      initialClaim: initialClaimSchema.optional(),
      secrets: runSecretsSchema,
    })
    .superRefine((value, ctx) => {
      const { camundaVersion, components = {} } = value;
      if (!camundaVersion) return;
      refuseUnknownComponents({ camundaVersion, components }, ctx);
      refuseCertificates({ ...value, camundaVersion, components }, ctx);
    });
}
