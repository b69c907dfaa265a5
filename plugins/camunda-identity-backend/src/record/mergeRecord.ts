import { InputError } from '@backstage/errors';
import { apply as applyMergePatch } from 'json-merge-patch';
import {
  createConnectionSchema,
  problemMessage,
  readInput,
  type ConnectionInput,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';

/** Far deeper than any record. */
const MAX_DEPTH = 20;

/**
 * Why a patch cannot be applied: a key that every JavaScript object has (`constructor`, `hasOwnProperty`
 * and so on), or more levels than {@link MAX_DEPTH}.
 */
function patchProblem(patch: object): string | undefined {
  let level: Array<{ path: string; value: object }> = [
    { path: '', value: patch },
  ];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH)
      return `body: is nested deeper than ${MAX_DEPTH} levels`;
    const next: typeof level = [];
    for (const { path, value } of level)
      for (const [key, inner] of Object.entries(value)) {
        const here = path ? `${path}.${key}` : key;
        if (key in Object.prototype || key === 'prototype')
          return `${here}: unknown key`;
        if (inner !== null && typeof inner === 'object')
          next.push({ path: here, value: inner });
      }
    level = next;
  }
  return undefined;
}

/** Clouds that a record may name: the configured ones and the one that it already has. */
function cloudsFor(data: ConnectionInput, providers: ProviderContext) {
  const { provider } = data;
  const own = provider.type === 'MICROSOFT' ? provider.cloud : undefined;
  return [
    ...new Set([...Object.keys(providers.clouds), ...(own ? [own] : [])]),
  ];
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
  const problem = patchProblem(patch);
  if (problem) throw new InputError(problem);
  // The library changes its target in place.
  const merged = applyMergePatch(structuredClone(data), patch);
  const schema = createConnectionSchema({
    clouds: cloudsFor(data, providers),
  });
  const parsed = readInput(schema, merged);
  if (!parsed.success) throw new InputError(problemMessage(parsed.error));
  return parsed.data;
}
