import type { FindingDefinition, FindingDescription } from './types';
import { CONFIG_FINDINGS } from './catalogue/config';
import { DISCOVERY_FINDINGS } from './catalogue/discovery';
import { JWKS_FINDINGS } from './catalogue/jwks';
import { LOGIN_FINDINGS } from './catalogue/login';
import {
  CONTROL_FINDINGS,
  COVERAGE_FINDINGS,
  SECRET_FINDINGS,
  TOKEN_FINDINGS,
} from './catalogue/client';
import { REDIRECT_FINDINGS } from './catalogue/redirect';
import { RECORD_FINDINGS } from './catalogue/record';
import { RECORD_PROVIDER_FINDINGS } from './catalogue/recordProvider';
import { RUNNING_FINDINGS } from './catalogue/running';
import { TRANSPORT_FINDINGS } from './catalogue/transport';

/**
 * The catalogue with its codes as literals; {@link FINDINGS} for a list to look at.
 *
 * @public
 */
export const CATALOGUE = [
  ...RECORD_FINDINGS,
  ...RECORD_PROVIDER_FINDINGS,
  ...TRANSPORT_FINDINGS,
  ...DISCOVERY_FINDINGS,
  ...JWKS_FINDINGS,
  ...SECRET_FINDINGS,
  ...TOKEN_FINDINGS,
  ...CONTROL_FINDINGS,
  ...REDIRECT_FINDINGS,
  ...COVERAGE_FINDINGS,
  ...RUNNING_FINDINGS,
  ...LOGIN_FINDINGS,
  ...CONFIG_FINDINGS,
];

/**
 * A code of the catalogue.
 *
 * @public
 */
export type FindingCode = (typeof CATALOGUE)[number]['code'];

/**
 * Every code that a check, a lint rule or a writer can report.
 *
 * @public
 */
export const FINDINGS: ReadonlyArray<FindingDefinition<FindingCode>> =
  CATALOGUE;

const BY_CODE: ReadonlyMap<string, FindingDefinition<FindingCode>> = new Map(
  FINDINGS.map(entry => [entry.code, entry]),
);

/**
 * The definition of a code.
 *
 * @returns undefined for a code that is not in the catalogue, such as one of another module's check
 * @public
 */
export function findDefinition(
  code: string,
): FindingDefinition<FindingCode> | undefined {
  return BY_CODE.get(code);
}

/**
 * The definition of a code of the catalogue.
 *
 * @public
 */
export function findingDefinition(
  code: FindingCode,
): FindingDefinition<FindingCode> {
  const entry = BY_CODE.get(code);
  // Whoever has no types may still ask for anything.
  if (!entry) throw new Error(`Finding code "${code}" is not in the catalogue`);
  return entry;
}

/**
 * What people are told of a code, without what the engine goes by.
 *
 * @public
 */
export function describeFinding({
  code,
  title,
  severity,
  explanation,
  remedy,
  source,
}: FindingDefinition): FindingDescription {
  return {
    code,
    title,
    severity,
    explanation,
    ...(remedy === undefined ? {} : { remedy }),
    source,
  };
}

/**
 * Codes of the lint rules.
 *
 * @public
 */
export const RECORD_FINDING_CODES: readonly FindingCode[] = [
  ...RECORD_FINDINGS,
  ...RECORD_PROVIDER_FINDINGS,
].map(({ code }) => code);
