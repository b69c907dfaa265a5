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
 * Versions between two, both included.
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
 * True from 8.8 on: Zeebe, Operate and Tasklist are one Orchestration Cluster with an OIDC configuration
 * of its own.
 *
 * @public
 */
export function hasOrchestrationCluster(version: CamundaVersion): boolean {
  return versionsBetween('8.8', '8.10').includes(version);
}
