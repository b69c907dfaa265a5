import {
  ApiError,
  type CamundaIdentityClient,
} from 'backstage-plugin-camunda-identity-common/client';
import { nameSchema } from 'backstage-plugin-camunda-identity-common/schema';

/** True for a text that no record can be named. */
export function nameProblem(name: string): boolean {
  return !nameSchema.safeParse(name).success;
}

/** What a name is for: free, of another entity's record, or of a record of the same entity. */
export type NameUse = 'free' | 'taken' | 'again';

/**
 * Asks who has a name. That of a record of the same entity may be given again: a template that was stopped
 * after it had registered finds its record. One that may not be read is not told.
 */
export async function findNameUse(
  client: CamundaIdentityClient,
  name: string,
  entityRef: string | undefined,
): Promise<NameUse> {
  try {
    const found = await client.getConnectionByName(name);
    return entityRef && found.entityRef === entityRef ? 'again' : 'taken';
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return 'free';
    throw error;
  }
}
