import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Report } from 'backstage-plugin-camunda-identity-common';
import { parseInput } from './parseInput';
import { referenceSchema, toRef } from './reference';
import type { ActionServices } from './types';

/** What a tool gives for an id may be anything: only what can be one goes into the log. */
const ID = /^[\w.-]{1,64}$/;

/**
 * Checks a connection, audited from before it is looked up: a check that was refused, or of a connection
 * that is not there, was tried all the same. There is no request that would name who did.
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
  // Known only after the lookup where the connection was named.
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
