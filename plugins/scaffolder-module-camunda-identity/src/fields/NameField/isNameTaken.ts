import {
  ApiError,
  type CamundaIdentityClient,
} from 'backstage-plugin-camunda-identity-common/client';
import { nameSchema } from 'backstage-plugin-camunda-identity-common/schema';

/** True for a text that no record can be named. */
export function nameProblem(name: string): boolean {
  return !nameSchema.safeParse(name).success;
}

/** Asks whether a record has this name. One that may not be read is not told. */
export async function isNameTaken(
  client: CamundaIdentityClient,
  name: string,
): Promise<boolean> {
  try {
    await client.getConnectionByName(name);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return false;
    throw error;
  }
}
