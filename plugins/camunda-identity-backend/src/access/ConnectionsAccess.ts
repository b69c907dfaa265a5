import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  type ConditionTransformer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  connectionCreatePermission,
  connectionReadPermission,
  type ConnectionPermission,
} from 'backstage-plugin-camunda-identity-common';
import type {
  CamundaIdentityConfig,
  ServiceAction,
} from '../config/readConfig';
import type { CallerResolver } from './CallerResolver';
import type { Caller } from '../record/StoredConnection';
import type { ConnectionFilter, ConnectionResource } from './rules';

/** A record, as much of it as decides about access. */
export interface AccessSubject {
  owner: string;
  entityRef: string;
  provider: { type: ConnectionResource['providerType'] };
}

/** @returns what permission rules look at */
export function resourceOf(record: AccessSubject): ConnectionResource {
  return {
    owner: record.owner,
    entityRef: record.entityRef,
    providerType: record.provider.type,
  };
}

/**
 * Who may do what: the permission policy, and below it the ownership floor that no policy can widen, unless
 * the configuration hands everything over to the policy.
 */
export class ConnectionsAccess {
  readonly #callers: CallerResolver;
  readonly #meets: ReturnType<
    typeof createConditionAuthorizer<ConnectionResource>
  >;
  readonly #toFilter: ConditionTransformer<ConnectionFilter>;
  readonly #permissions: PermissionsService;
  readonly #config: Pick<
    CamundaIdentityConfig,
    'admins' | 'serviceAccess' | 'ownershipFloor'
  >;

  constructor(options: {
    callers: CallerResolver;
    permissions: PermissionsService;
    /** Of the permissions registry. */
    rules: PermissionRuleset<ConnectionResource, ConnectionFilter>;
    config: Pick<
      CamundaIdentityConfig,
      'admins' | 'serviceAccess' | 'ownershipFloor'
    >;
  }) {
    this.#callers = options.callers;
    this.#meets = createConditionAuthorizer(options.rules);
    this.#toFilter = createConditionTransformer(options.rules);
    this.#permissions = options.permissions;
    this.#config = options.config;
  }

  resolve(credentials: BackstageCredentials): Promise<Caller> {
    return this.#callers.resolve(credentials);
  }

  isAdmin({ ownership }: Caller): boolean {
    return ownership.some(ref => this.#config.admins.includes(ref));
  }

  /** True for the owners of a record and for admins. */
  owns(caller: Caller, owner: string): boolean {
    return caller.ownership.includes(owner) || this.isAdmin(caller);
  }

  /** What a list may show: everything, what meets the filter, or nothing (`undefined`). */
  async readable(
    credentials: BackstageCredentials,
  ): Promise<{ filter?: PermissionCriteria<ConnectionFilter> } | undefined> {
    const decision = await this.#decide(credentials, connectionReadPermission);
    if (decision.result === AuthorizeResult.DENY) return undefined;
    return decision.result === AuthorizeResult.CONDITIONAL
      ? { filter: this.#toFilter(decision.conditions) }
      : {};
  }

  async mayRead(
    record: AccessSubject,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    return this.#allows(record, connectionReadPermission, credentials);
  }

  /** @throws NotAllowedError */
  async assertMayCreate(
    caller: Caller,
    credentials: BackstageCredentials,
  ): Promise<void> {
    this.#assertService(caller, 'create');
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: connectionCreatePermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW)
      throw new NotAllowedError(
        'The permission policy of this portal does not let you register connections',
      );
  }

  /**
   * For everything that changes a record.
   *
   * @param action - what `serviceAccess` has to name; undefined for what no service may do
   * @throws NotAllowedError
   */
  async assertMayChange(
    record: AccessSubject,
    permission: ConnectionPermission,
    action: ServiceAction | undefined,
    credentials: BackstageCredentials,
  ): Promise<Caller> {
    const caller = await this.resolve(credentials);
    this.#assertService(caller, action);
    await this.assertAllowed(record, permission, credentials);
    this.assertOwns(caller, record.owner);
    return caller;
  }

  /**
   * For what the policy alone decides on.
   *
   * @param record - undefined where there is none, as for a draft: then a condition counts as met
   * @throws NotAllowedError
   */
  async assertAllowed(
    record: AccessSubject | undefined,
    permission: ConnectionPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const allowed = record
      ? await this.#allows(record, permission, credentials)
      : (await this.#decide(credentials, permission)).result !==
        AuthorizeResult.DENY;
    if (!allowed)
      throw new NotAllowedError(
        `The permission policy of this portal does not let you do this (${permission.name})`,
      );
  }

  /** @throws NotAllowedError unless the floor is handed over to the policy */
  assertOwns(caller: Caller, owner: string) {
    if (!this.#config.ownershipFloor || caller.kind === 'service') return;
    if (!this.owns(caller, owner))
      throw new NotAllowedError(
        `You do not belong to ${owner}; only its members may do this`,
      );
  }

  /**
   * @param owners - of the catalog entity
   * @throws NotAllowedError unless the floor is handed over to the policy
   */
  assertOwnsEntity(caller: Caller, ref: string, owners: readonly string[]) {
    if (!this.#config.ownershipFloor || caller.kind === 'service') return;
    if (this.isAdmin(caller)) return;
    if (!owners.some(owner => caller.ownership.includes(owner)))
      throw new NotAllowedError(
        `You do not own ${ref}; it is owned by ${
          owners.join(', ') || 'nobody'
        }`,
      );
  }

  /** Users pass; a service needs to be named for the action. */
  #assertService(caller: Caller, action: ServiceAction | undefined) {
    if (caller.kind === 'user') return;
    if (!action)
      throw new NotAllowedError(
        'Services may not do this; it takes a person of the owning team',
      );
    if (!this.#config.serviceAccess.get(caller.ref)?.includes(action))
      throw new NotAllowedError(
        `The service ${caller.ref} may not ${action} connections; an administrator allows it in camundaIdentity.serviceAccess`,
      );
  }

  async #allows(
    record: AccessSubject,
    permission: ConnectionPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    return this.#meets(
      await this.#decide(credentials, permission),
      resourceOf(record),
    );
  }

  async #decide(
    credentials: BackstageCredentials,
    permission: ConnectionPermission,
  ): Promise<PolicyDecision> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return decision;
  }
}
