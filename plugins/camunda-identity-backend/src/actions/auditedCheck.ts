import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Report } from 'backstage-plugin-camunda-identity-common';
import { parseInput } from './parseInput';
import { referenceSchema, toRef } from './reference';
import type { ActionServices } from './types';

/** A tool may send anything as an id; only valid ids are logged. */
const ID = /^[\w.-]{1,64}$/;

/**
 * Checks a connection. The audit event begins before the lookup, since a refused check and one of an unknown
 * connection are attempts too. There is no HTTP request from which the actor could be taken.
 *
 * @throws InputError, NotFoundError, NotAllowedError, TooManyRequestsError
 */
export async function auditedCheck(
  { audit, callers, checks }: ActionServices,
  input: { id?: string },
  options: { credentials: BackstageCredentials },
): Promise<Report> {
  const caller = await callers.resolve(options.credentials);
  const given = ID.test(input.id ?? '') ? { connectionId: input.id } : {};
  const event = await audit.begin({
    eventId: 'connection-check',
    severityLevel: 'low',
    meta: { actionType: 'check', by: caller.ref, ...given },
  });
  // If the connection was given by name, its id is known only after the lookup.
  let found = {};
  let report: Report;
  try {
    const reference = parseInput(referenceSchema, input);
    report = await checks.checkRecord(toRef(reference), {}, 'manual', {
      caller,
      onRecord: connectionId => {
        found = { connectionId };
      },
    });
  } catch (error) {
    await event.fail(error, found);
    throw error;
  }
  await event.success(found);
  return report;
}
