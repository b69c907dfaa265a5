import type { Connection } from 'backstage-plugin-camunda-identity-common/client';

/**
 * Whether the person may change a record: the API shows the initial claim's value to exactly those who
 * may. What the API refuses all the same is told where it happens.
 */
export function mayChange(connection: Pick<Connection, 'initialClaim'>) {
  return !connection.initialClaim.valueHidden;
}

/** A record's title as people see it. */
export function titleOf(connection: Pick<Connection, 'title' | 'name'>) {
  return connection.title ?? connection.name;
}
