import type { Config } from '@backstage/config';

/** What a service may do beyond reading and checking. */
export type ServiceAction = 'create' | 'update' | 'delete';

const SERVICE_ACTIONS: readonly string[] = ['create', 'update', 'delete'];

const SERVICES = 'camundaIdentity.serviceAccess';

/**
 * What services may write, by the subject of their credentials.
 *
 * @param config - `camundaIdentity`
 * @throws Error with one line that names the entry
 */
export function readServiceAccess(
  config: Config | undefined,
): ReadonlyMap<string, readonly ServiceAction[]> {
  const access = new Map<string, ServiceAction[]>();
  const entries = config?.getOptionalConfigArray('serviceAccess') ?? [];
  entries.forEach((entry, n) => {
    const path = `${SERVICES}[${n}]`;
    const subject = entry.getString('subject');
    const actions = entry.getStringArray('actions');
    // Backstage accepts no other subjects either.
    if (/\s/.test(subject))
      throw new Error(`${path}.subject: a subject has no spaces`);
    const unknown = actions.find(action => !SERVICE_ACTIONS.includes(action));
    if (unknown !== undefined || actions.length === 0)
      throw new Error(
        `${path}.actions: ${
          unknown === undefined ? 'no action' : `unknown action "${unknown}"`
        } of ${subject}, expected ${SERVICE_ACTIONS.join(', ')}`,
      );
    if (access.has(subject))
      throw new Error(`${path}.subject: ${subject} stands there twice`);
    access.set(subject, actions as ServiceAction[]);
  });
  return access;
}

/**
 * Who may change every record.
 *
 * @param config - `camundaIdentity`
 * @throws Error with one line that names the entry
 */
export function readAdmins(config: Config | undefined): string[] {
  const admins = config?.getOptionalStringArray('admins') ?? [];
  admins.forEach((ref, n) => {
    if (!/^(user|group):[^:/\s]+\/[^:/\s]+$/i.test(ref))
      throw new Error(
        `camundaIdentity.admins[${n}]: "${ref}" is no full reference of a user or group, such as group:default/platform`,
      );
  });
  return admins.map(ref => ref.toLocaleLowerCase('en-US'));
}

/**
 * Whether only owners and admins change a record, whatever the permission policy allows.
 *
 * @param root - all of app-config
 * @throws Error with one line that names the key
 */
export function readOwnershipFloor(root: Config): boolean {
  const key = 'camundaIdentity.authorization.ownershipFloor';
  const floor = root.getOptionalBoolean(key) ?? true;
  if (!floor && !root.getOptionalBoolean('permission.enabled'))
    throw new Error(
      `${key}: false hands every decision to the permission policy, but permission.enabled is not true`,
    );
  return floor;
}
