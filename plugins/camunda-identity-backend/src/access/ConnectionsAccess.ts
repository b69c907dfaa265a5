import type { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type PermissionCriteria,
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
import type { Caller } from '../input/Caller';
import type { ConnectionFilter } from '../store/ConnectionFilter';
import { Decisions } from './Decisions';
import type { ConnectionResource } from './rules';

type AccessConfig = Pick<
  CamundaIdentityConfig,
  'admins' | 'serviceAccess' | 'ownershipFloor'
>;

/**
 * Decides who may do what: by the permission policy, and by the ownership floor below it, which no policy can
 * lower unless the configuration leaves all decisions to the policy.
 */
export class ConnectionsAccess {
  readonly #meets: ReturnType<
    typeof createConditionAuthorizer<ConnectionResource>
  >;
  readonly #toFilter: ConditionTransformer<ConnectionFilter>;
  readonly #permissions: PermissionsService;
  readonly #config: AccessConfig;

  constructor(options: {
    permissions: PermissionsService;
    /** As registered in the permissions registry. */
    rules: PermissionRuleset<ConnectionResource, ConnectionFilter>;
    config: AccessConfig;
  }) {
    this.#meets = createConditionAuthorizer(options.rules);
    this.#toFilter = createConditionTransformer(options.rules);
    this.#permissions = options.permissions;
    this.#config = options.config;
  }

  isAdmin({ ownership }: Caller): boolean {
    return ownership.some(ref => this.#config.admins.includes(ref));
  }

  /** True for the owners of a record and for admins. */
  owns(caller: Caller, owner: string): boolean {
    return caller.ownership.includes(owner) || this.isAdmin(caller);
  }

  /** Asks the policy for all decisions of a call in one request. */
  async decide(
    { credentials }: Caller,
    ...permissions: ConnectionPermission[]
  ): Promise<Decisions> {
    const answers = await this.#permissions.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials },
    );
    return new Decisions(
      new Map(permissions.map(({ name }, n) => [name, answers[n]])),
      this.#meets,
    );
  }

  /** What a list may show: everything, matches of the filter, or nothing (`undefined`). */
  async readable(
    caller: Caller,
  ): Promise<{ filter?: PermissionCriteria<ConnectionFilter> } | undefined> {
    const decisions = await this.decide(caller, connectionReadPermission);
    const decision = decisions.of(connectionReadPermission);
    if (decision.result === AuthorizeResult.DENY) return undefined;
    return decision.result === AuthorizeResult.CONDITIONAL
      ? { filter: this.#toFilter(decision.conditions) }
      : {};
  }

  /** @throws NotAllowedError */
  async assertMayCreate(caller: Caller): Promise<void> {
    this.assertService(caller, 'create');
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: connectionCreatePermission }],
      { credentials: caller.credentials },
    );
    if (result !== AuthorizeResult.ALLOW)
      throw new NotAllowedError(
        'The permission policy of this portal does not let you register connections',
      );
  }

  /** @throws NotAllowedError unless the configuration turns the floor off */
  assertOwns(caller: Caller, owner: string) {
    if (!this.#config.ownershipFloor || caller.kind === 'service') return;
    if (!this.owns(caller, owner))
      throw new NotAllowedError(
        'You do not belong to the team that owns this; only its members may do this',
      );
  }

  /**
   * @param owners - of the catalog entity
   * @throws NotAllowedError unless the configuration turns the floor off
   */
  assertOwnsEntity(caller: Caller, owners: readonly string[]) {
    if (!this.#config.ownershipFloor || caller.kind === 'service') return;
    if (this.isAdmin(caller)) return;
    if (!owners.some(owner => caller.ownership.includes(owner)))
      throw new NotAllowedError(
        `You do not own the entity; its owner is ${
          owners.join(', ') || 'nobody'
        }`,
      );
  }

  /**
   * Users pass; a service must be configured for the action.
   *
   * @param action - the action in `serviceAccess`; undefined for actions that no service may take
   * @throws NotAllowedError
   */
  assertService(caller: Caller, action: ServiceAction | undefined) {
    if (caller.kind === 'user') return;
    if (!action)
      throw new NotAllowedError(
        'Services may not do this; only a member of the owning team may',
      );
    if (!this.#config.serviceAccess.get(caller.ref)?.includes(action))
      throw new NotAllowedError(
        `The service ${caller.ref} may not ${action} connections; an administrator allows it in camundaIdentity.serviceAccess`,
      );
  }
}
