/** A record whose Camunda may have started with another initial claim already. */
export interface ClaimWarning {
  /** ISO 8601, as the next. */
  claimSetAt: string;
  deletedAt: string;
}
