/**
 * A condition that translates to SQL: the column has one of `values`.
 *
 * @public
 */
export interface ConnectionFilter {
  column: 'owner' | 'entityRef' | 'providerType';
  values: string[];
}
