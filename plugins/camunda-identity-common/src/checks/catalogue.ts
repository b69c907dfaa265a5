import type { FindingDefinition } from './types';
import { CONFIG_FINDINGS } from './catalogue/config';
import { DISCOVERY_FINDINGS } from './catalogue/discovery';
import { JWKS_FINDINGS } from './catalogue/jwks';
import { CLIENT_FINDINGS } from './catalogue/client';
import { RECORD_FINDINGS } from './catalogue/record';
import { RECORD_PROVIDER_FINDINGS } from './catalogue/recordProvider';
import { RUNNING_FINDINGS } from './catalogue/running';
import { TRANSPORT_FINDINGS } from './catalogue/transport';

/**
 * Every code that a check, a lint rule or a writer can report.
 *
 * @public
 */
export const FINDINGS: readonly FindingDefinition[] = [
  ...RECORD_FINDINGS,
  ...RECORD_PROVIDER_FINDINGS,
  ...TRANSPORT_FINDINGS,
  ...DISCOVERY_FINDINGS,
  ...JWKS_FINDINGS,
  ...CLIENT_FINDINGS,
  ...RUNNING_FINDINGS,
  ...CONFIG_FINDINGS,
];

const BY_CODE = new Map(FINDINGS.map(entry => [entry.code, entry]));

/**
 * @throws Error for a code that is not in the catalogue: a mistake in the program, not in its input.
 * @public
 */
export function findingDefinition(code: string): FindingDefinition {
  const entry = BY_CODE.get(code);
  if (!entry) throw new Error(`Finding code "${code}" is not in the catalogue`);
  return entry;
}

/**
 * Codes of the lint rules.
 *
 * @public
 */
export const RECORD_FINDING_CODES: readonly string[] = [
  ...RECORD_FINDINGS,
  ...RECORD_PROVIDER_FINDINGS,
].map(({ code }) => code);
