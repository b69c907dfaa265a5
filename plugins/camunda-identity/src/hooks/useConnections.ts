import { useApi } from '@backstage/frontend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useSignal } from '@backstage/plugin-signals-react';
import {
  ApiError,
  CONNECTIONS_ANNOTATION,
  CONNECTIONS_CHANNEL,
  type Connection,
} from 'backstage-plugin-camunda-identity-common/client';
import {
  camundaIdentityApiRef,
  type CamundaIdentityApi,
} from 'backstage-plugin-camunda-identity-react';
import { useEffect } from 'react';
import { useKept } from './useKept';

/** From this many connections on, the card shows the worst and leads to the page. */
export const CARD_LIMIT = 5;

/** What an entity page shows of an entity's connections. */
export interface EntityConnections {
  /** Worst first. */
  items: Connection[];
  total: number;
  /** Names of the annotation that nobody has registered. */
  missing: string[];
}

/** A name that the annotation has and nobody registered shows as missing, not as an error. */
async function byName(
  api: CamundaIdentityApi,
  name: string,
): Promise<Connection | undefined> {
  try {
    return await api.getConnectionByName(name);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}

const WEIGHT = { fail: 0, warn: 1, unknown: 2, pass: 3 };

function worstFirst(items: Connection[]): Connection[] {
  return [...items].sort(
    (a, b) =>
      WEIGHT[a.health.status] - WEIGHT[b.health.status] ||
      a.name.localeCompare(b.name),
  );
}

/** What an entity's annotation says; `auto` is "all that name the entity". */
export function annotatedNames(entity: Entity): string[] | 'auto' {
  const names = (
    entity.metadata.annotations?.[CONNECTIONS_ANNOTATION] ?? 'auto'
  )
    .split(',')
    .map(name => name.trim())
    .filter(Boolean);
  return names.length === 0 || names.includes('auto') ? 'auto' : names;
}

async function read(
  api: CamundaIdentityApi,
  entityRef: string,
  names: string[] | 'auto',
): Promise<EntityConnections> {
  if (names === 'auto') {
    const { items, totalItems } = await api.listConnections({
      entityRef,
      sort: 'status',
      order: 'asc',
      limit: CARD_LIMIT,
      count: true,
    });
    return {
      items: worstFirst(items),
      total: totalItems ?? items.length,
      missing: [],
    };
  }
  const found = await Promise.all(names.map(name => byName(api, name)));
  const items = found.filter(connection => connection !== undefined);
  return {
    items: worstFirst(items),
    total: items.length,
    missing: names.filter((_, index) => !found[index]),
  };
}

/** Reads again when the backend tells that a record's health has changed. */
export function useHealthSignal(ids: readonly string[], retry: () => void) {
  const { lastSignal } = useSignal<{ id: string }>(CONNECTIONS_CHANNEL);
  useEffect(() => {
    if (lastSignal && ids.includes(lastSignal.id)) retry();
    // One signal is one reason to read.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [lastSignal]);
}

/**
 * The connections of an entity: those its annotation names, or all that name the entity.
 */
export function useConnections(entity: Entity) {
  const api = useApi(camundaIdentityApiRef);
  const names = annotatedNames(entity);
  const entityRef = stringifyEntityRef(entity);
  const state = useKept(
    () => read(api, entityRef, names),
    `${entityRef} ${names}`,
  );
  useHealthSignal(state.value?.items.map(({ id }) => id) ?? [], state.retry);
  return state;
}

/** One connection by its name. */
export function useConnection(name: string) {
  const api = useApi(camundaIdentityApiRef);
  const state = useKept(() => api.getConnectionByName(name), name);
  useHealthSignal(state.value ? [state.value.id] : [], state.retry);
  return state;
}
