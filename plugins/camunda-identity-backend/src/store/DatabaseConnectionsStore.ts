import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type {
  ClientKey,
  InitialClaimChange,
  ListQuery,
  Page,
} from 'backstage-plugin-camunda-identity-common';
import { afterEdit } from '../record/health';
import { isStorable } from './database/isStorable';
import { keysetPage } from './database/keyset';
import { noteHealthChange } from './HealthOutbox';
import type { ConnectionFilter } from './ConnectionFilter';
import { applyCriteria } from './toKnex';
import {
  claimWarnings,
  forgetWarning,
  rememberDeleted,
  warnAnew,
  warnEdited,
} from './claimMemory';
import { whereWords } from './database/search';
import type { ClaimWarning } from '../record/ClaimWarning';
import type { ConnectionsStore, Dropped, Replaced } from './ConnectionsStore';
import {
  fromListedRow,
  fromRow,
  LIST_COLUMNS,
  toRow,
  type ConnectionRow,
  type ListedRow,
} from './rows';
import { dropUnusedSecrets, refreshExtras } from './extras';
import type {
  ListedConnection,
  StoredConnection,
} from '../record/StoredConnection';

const SORT_COLUMNS: Record<ListQuery['sort'], string> = {
  name: 'name',
  updatedAt: 'updated_at',
  checkedAt: 'checked_at',
  status: 'status_rank',
  secretsExpireAt: 'secrets_expire_at',
};

/** Records in SQLite or PostgreSQL. */
export class DatabaseConnectionsStore implements ConnectionsStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(connection: StoredConnection): Promise<StoredConnection> {
    const { claim, data } = connection;
    return this.#uniqueName(() =>
      this.#knex.transaction(async tx => {
        await tx<ConnectionRow>('connections').insert(toRow(connection));
        await tx('check_schedule').insert({
          connection_id: connection.id,
          due_at: connection.createdAt,
        });
        await warnAnew(tx, connection);
        await refreshExtras(tx, connection.id, data);
        if (claim.state === 'set')
          await this.#insertClaimChange(tx, connection.id, {
            kind: 'set',
            ...data.initialClaim,
            at: claim.setAt!,
            by: claim.setBy!,
          });
        return this.#read(tx, connection.id);
      }),
    );
  }

  async list(
    query: ListQuery,
    filter?: PermissionCriteria<ConnectionFilter>,
  ): Promise<Page<ListedConnection>> {
    const filtered = this.#filtered(query);
    if (filter) applyCriteria(filtered, filter);
    const column = SORT_COLUMNS[query.sort];
    const [page, total] = await Promise.all([
      keysetPage<ListedRow>(filtered.clone().select(LIST_COLUMNS[query.view]), {
        column,
        type: query.sort === 'status' ? 'integer' : 'text',
        sort: query.sort,
        order: query.order,
        limit: query.limit,
        cursor: query.cursor,
      }),
      query.count ? filtered.clone().count({ n: '*' }).first() : undefined,
    ]);
    return {
      items: page.rows.map(fromListedRow),
      nextCursor: page.nextCursor,
      prevCursor: page.prevCursor,
      // PostgreSQL returns counts as text.
      totalItems: total
        ? Number((total as { n: number | string }).n)
        : undefined,
    };
  }

  async find(id: string): Promise<StoredConnection | undefined> {
    return isStorable(id) ? this.#first({ id }) : undefined;
  }

  async findByName(name: string): Promise<StoredConnection | undefined> {
    return isStorable(name) ? this.#first({ name }) : undefined;
  }

  async replace(
    connection: StoredConnection,
    expectedRevision: number,
    change?: InitialClaimChange,
  ): Promise<Replaced | undefined> {
    return this.#uniqueName(() =>
      this.#knex.transaction(async tx => {
        const row = await tx<ConnectionRow>('connections')
          .where({ id: connection.id, revision: expectedRevision })
          .forUpdate()
          .first();
        if (!row) return undefined;
        // A check may have ended since the record was read; its health is kept.
        const current = fromRow(row as ConnectionRow);
        const { discovered, verdicts, recent, status, checkedAt } = current;
        const next = afterEdit(current, {
          ...connection,
          ...{ discovered, verdicts, recent, status, checkedAt },
        });
        await tx<ConnectionRow>('connections')
          .where({ id: connection.id })
          .update(toRow(next));
        await noteHealthChange(tx, {
          id: next.id,
          before: current.status,
          after: next.status,
          by: next.updatedBy,
        });
        const isSameProvider =
          JSON.stringify(current.data.provider) ===
          JSON.stringify(next.data.provider);
        // Due at once; a running check loses its lease, since it checks the previous revision.
        await tx('check_schedule')
          .where({ connection_id: connection.id })
          .update({
            due_at: connection.updatedAt,
            ticket: '',
            failures: 0,
            // The document of another provider cannot be compared with the previous one.
            ...(isSameProvider ? {} : { discovery_digest: '' }),
          });
        await warnEdited(tx, current, next);
        const droppedSecrets = await dropUnusedSecrets(
          tx,
          connection.id,
          connection.data,
        );
        if (change) {
          await this.#insertClaimChange(tx, connection.id, change);
          await forgetWarning(tx, connection, change.kind);
        }
        await refreshExtras(tx, connection.id, connection.data);
        return {
          stored: await this.#read(tx, connection.id),
          droppedSecrets,
        };
      }),
    );
  }

  async remove(
    id: string,
    expectedRevision: number,
  ): Promise<Dropped | undefined> {
    return this.#knex.transaction(async tx => {
      const row = await tx<ConnectionRow>('connections')
        .where({ id, revision: expectedRevision })
        .forUpdate()
        .first();
      if (!row) return undefined;
      await rememberDeleted(tx, fromRow(row as ConnectionRow));
      // Reports, secrets, claim changes and notices are deleted with it (ON DELETE CASCADE).
      const secrets: Array<{ client: ClientKey }> = await tx('stored_secrets')
        .where({ connection_id: id })
        .distinct('client');
      await tx<ConnectionRow>('connections').where({ id }).delete();
      return { droppedSecrets: secrets.map(({ client }) => client) };
    });
  }

  async claimWarnings(
    ids: readonly string[],
  ): Promise<Map<string, ClaimWarning>> {
    return claimWarnings(this.#knex, ids);
  }

  async listClaimChanges(id: string): Promise<InitialClaimChange[]> {
    const rows = await this.#knex('initial_claim_changes')
      .where({ connection_id: id })
      .orderBy([
        { column: 'changed_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
    return rows.map(row => ({
      kind: row.kind,
      name: row.name,
      value: row.value,
      reason: row.reason ?? undefined,
      at: row.changed_at,
      by: row.changed_by,
    }));
  }

  #filtered(query: ListQuery): Knex.QueryBuilder {
    const select = this.#knex<ConnectionRow>('connections');
    if (query.entityRef) select.where('entity_ref', query.entityRef);
    if (query.owner) select.where('owner', query.owner);
    if (query.provider) select.where('provider_type', query.provider);
    if (query.status) select.where('status', query.status);
    if (query.camundaVersion)
      select.where('camunda_version', query.camundaVersion);
    if (query.secretsExpireBefore)
      select
        .where('secrets_expire_at', '>', '')
        .where(
          'secrets_expire_at',
          '<',
          new Date(query.secretsExpireBefore).toISOString(),
        );
    if (query.q) whereWords(select, query.q, this.#knex);
    return select;
  }

  async #first(
    where: Partial<ConnectionRow>,
  ): Promise<StoredConnection | undefined> {
    const row = await this.#knex<ConnectionRow>('connections')
      .where(where)
      .first();
    return row && fromRow(row as ConnectionRow);
  }

  async #read(tx: Knex.Transaction, id: string): Promise<StoredConnection> {
    const row = await tx<ConnectionRow>('connections').where({ id }).first();
    return fromRow(row as ConnectionRow);
  }

  async #insertClaimChange(
    tx: Knex.Transaction,
    connectionId: string,
    change: InitialClaimChange,
  ) {
    await tx('initial_claim_changes').insert({
      id: randomUUID(),
      connection_id: connectionId,
      kind: change.kind,
      name: change.name,
      value: change.value,
      reason: change.reason ?? null,
      changed_at: change.at,
      changed_by: change.by,
    });
  }

  async #uniqueName<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (isDatabaseConflictError(error))
        throw new ConflictError(
          'name: another connection has this name already; choose another one',
        );
      throw error;
    }
  }
}
