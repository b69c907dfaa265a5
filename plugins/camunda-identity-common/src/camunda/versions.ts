/**
 * Minor versions of Camunda 8 Self-Managed that a record may name.
 *
 * @public
 */
export const CAMUNDA_VERSIONS = [
  '8.5',
  '8.6',
  '8.7',
  '8.8',
  '8.9',
  '8.10',
] as const;

/** @public */
export type CamundaVersion = (typeof CAMUNDA_VERSIONS)[number];

/**
 * Versions whose set-up this release describes. A version outside this list is refused rather than
 * written in the shape of another one: the Helm charts of 8.8 and later read other keys.
 *
 * @public
 */
export const DESCRIBED_VERSIONS: readonly CamundaVersion[] = ['8.7'];
