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
 * written in the shape of another one.
 *
 * @public
 */
export const DESCRIBED_VERSIONS: readonly CamundaVersion[] = CAMUNDA_VERSIONS;

/**
 * Versions between two, both included: for what has an end. What still holds in the newest version is
 * {@link since}, so that it holds in the next one too.
 *
 * @public
 */
export function versionsBetween(
  from: CamundaVersion,
  to: CamundaVersion,
): readonly CamundaVersion[] {
  return CAMUNDA_VERSIONS.slice(
    CAMUNDA_VERSIONS.indexOf(from),
    CAMUNDA_VERSIONS.indexOf(to) + 1,
  );
}

/**
 * A version and all later ones, also those that are not listed yet.
 *
 * @public
 */
export function since(from: CamundaVersion): readonly CamundaVersion[] {
  return CAMUNDA_VERSIONS.slice(CAMUNDA_VERSIONS.indexOf(from));
}

/**
 * A version and all earlier ones.
 *
 * @public
 */
export function until(to: CamundaVersion): readonly CamundaVersion[] {
  return CAMUNDA_VERSIONS.slice(0, CAMUNDA_VERSIONS.indexOf(to) + 1);
}

/**
 * True where a version comes after another one.
 *
 * @public
 */
export function isLater(
  version: CamundaVersion,
  than: CamundaVersion,
): boolean {
  return CAMUNDA_VERSIONS.indexOf(version) > CAMUNDA_VERSIONS.indexOf(than);
}
