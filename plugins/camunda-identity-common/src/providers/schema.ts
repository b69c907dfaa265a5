import { z } from 'zod';
import { MICROSOFT_CLOUDS } from './microsoft';
import { line } from '../fields/line';
import { endpointUrl, issuerUrl } from '../fields/urls';

const GUID =
  /^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$/;

/**
 * True for a GUID in the form that Entra uses.
 *
 * @public
 */
export function isGuid(value: string): boolean {
  return GUID.test(value);
}

// RFC 6749 section 3.3: scope-token = 1*( %x21 / %x23-5B / %x5D-7E )
const SCOPE_TOKEN = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

/**
 * A list of scopes, one token each.
 *
 * @public
 */
export const scopesSchema = z
  .array(
    line(1024, 'a scope').regex(SCOPE_TOKEN, {
      error: 'a scope has no spaces, quotes or backslashes',
    }),
  )
  .min(1, { error: 'give at least one scope, or leave the list out' })
  .max(50);

const generic = z.strictObject({
  type: z.literal('GENERIC'),
  issuer: issuerUrl(),
  issuerBackendUrl: issuerUrl().optional(),
  authUrl: endpointUrl().optional(),
  tokenUrl: endpointUrl().optional(),
  jwksUrl: endpointUrl().optional(),
  scopes: scopesSchema.optional(),
});

function microsoft(clouds: readonly string[]) {
  return z.strictObject({
    type: z.literal('MICROSOFT'),
    tenantId: line(100).regex(GUID, {
      error:
        'expected the directory (tenant) ID, a GUID such as 9a95fd9e-005d-487a-9a01-d08c1eab2757',
    }),
    cloud: line(63)
      .refine(name => clouds.includes(name), {
        error: `unknown cloud, expected one of ${clouds.join(', ')}`,
      })
      .optional(),
    scopes: scopesSchema.optional(),
  });
}

/**
 * The provider of a record.
 *
 * @param clouds - names of the Microsoft clouds that this installation knows
 * @public
 */
export function createProviderSchema(
  clouds: readonly string[] = Object.keys(MICROSOFT_CLOUDS),
) {
  return z.discriminatedUnion('type', [generic, microsoft(clouds)], {
    error: issue =>
      issue.code === 'invalid_union'
        ? 'expected "GENERIC" or "MICROSOFT"'
        : 'expected a provider, { "type": "GENERIC", "issuer" } or { "type": "MICROSOFT", "tenantId" }',
  });
}

/** @public */
export type Provider = z.output<ReturnType<typeof createProviderSchema>>;

/**
 * Addresses that a successful check found in the discovery document.
 *
 * @public
 */
export interface Discovered {
  authUrl: string;
  tokenUrl: string;
  jwksUrl: string;
  endSessionUrl?: string;
  /** ISO 8601. */
  at: string;
}
