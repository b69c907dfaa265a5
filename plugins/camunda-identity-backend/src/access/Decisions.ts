import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  connectionReadPermission,
  type ConnectionPermission,
} from 'backstage-plugin-camunda-identity-common';
import type { ConnectionResource } from './rules';

/** The fields of a record that access depends on. */
export interface AccessSubject {
  owner: string;
  entityRef: string;
  provider: { type: ConnectionResource['providerType'] };
}

/** @returns the fields that permission rules read */
export function resourceOf(record: AccessSubject): ConnectionResource {
  return {
    owner: record.owner,
    entityRef: record.entityRef,
    providerType: record.provider.type,
  };
}

/**
 * What the permission policy decided for one caller, in one request. Conditions are applied to every record of
 * the call without asking again.
 */
export class Decisions {
  readonly #decisions: ReadonlyMap<string, PolicyDecision>;
  readonly #meets: (
    decision: PolicyDecision,
    resource: ConnectionResource,
  ) => boolean;

  constructor(
    decisions: ReadonlyMap<string, PolicyDecision>,
    meets: (decision: PolicyDecision, resource: ConnectionResource) => boolean,
  ) {
    this.#decisions = decisions;
    this.#meets = meets;
  }

  /** The decision as the policy gave it. */
  of({ name }: ConnectionPermission): PolicyDecision {
    return this.#decisions.get(name) ?? { result: AuthorizeResult.DENY };
  }

  allows(permission: ConnectionPermission, record: AccessSubject): boolean {
    return this.#meets(this.of(permission), resourceOf(record));
  }

  mayRead(record: AccessSubject): boolean {
    return this.allows(connectionReadPermission, record);
  }

  /**
   * @param record - undefined if there is none, as for a draft; every condition then counts as met
   * @throws NotAllowedError
   */
  assert(permission: ConnectionPermission, record: AccessSubject | undefined) {
    const allowed = record
      ? this.allows(permission, record)
      : this.of(permission).result !== AuthorizeResult.DENY;
    if (!allowed)
      throw new NotAllowedError(
        `The permission policy of this portal does not let you do this (${permission.name})`,
      );
  }
}
