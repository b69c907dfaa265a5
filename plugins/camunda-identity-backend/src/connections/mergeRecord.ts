import { InputError } from '@backstage/errors';
import { apply as applyMergePatch } from 'json-merge-patch';
import {
  createConnectionSchema,
  problemMessage,
  type ConnectionInput,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';

/** Keys that mean something else to JavaScript than to JSON. */
const UNSAFE = ['__proto__', 'constructor', 'prototype'];

function unsafePath(value: unknown, path: string[] = []): string | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, key];
    if (UNSAFE.includes(key)) return here.join('.');
    const found = unsafePath(inner, here);
    if (found) return found;
  }
  return undefined;
}

/**
 * Applies a JSON merge patch (RFC 7396) and validates the whole.
 *
 * @throws InputError with every problem of the merged record
 */
export function mergeRecord(
  data: ConnectionInput,
  patch: unknown,
  providers: ProviderContext,
): ConnectionInput {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch))
    throw new InputError(
      'body: expected a JSON object; send it with Content-Type: application/merge-patch+json',
    );
  const unsafe = unsafePath(patch);
  if (unsafe) throw new InputError(`${unsafe}: unknown key`);
  // The library changes its target in place.
  const merged = applyMergePatch(structuredClone(data), patch);
  const schema = createConnectionSchema({
    clouds: Object.keys(providers.clouds),
  });
  const parsed = schema.safeParse(merged);
  if (!parsed.success) throw new InputError(problemMessage(parsed.error));
  return parsed.data;
}
