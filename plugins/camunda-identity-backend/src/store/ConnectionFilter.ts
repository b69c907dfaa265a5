/**
 * A condition as the database understands it: the column is one of `values`.
 *
 * @public
 */
export interface ConnectionFilter {
  column: 'owner' | 'entityRef' | 'providerType';
  values: string[];
}
