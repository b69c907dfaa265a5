/** A warning that Camunda may already have started with another initial claim. */
export interface ClaimWarning {
  /** ISO 8601, like the next field. */
  claimSetAt: string;
  deletedAt: string;
}
