import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, SearchField, Select, Text } from '@backstage/ui';
import { CAMUNDA_VERSIONS } from 'backstage-plugin-camunda-identity-common/facts';
import {
  camundaIdentityApiRef,
  Failure,
} from 'backstage-plugin-camunda-identity-react';
import { useEffect, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { Loading } from '../components/Loading';
import { useKept, useQueryState } from '../hooks';
import { camundaIdentityTranslationRef } from '../translation';
import { ConnectionsTable } from './ConnectionsTable';
import styles from './pages.module.css';

const LIMIT = 25;
const DEBOUNCE_MS = 300;
const DAY_MS = 86_400_000;
const EXPIRY_DAYS = ['0', '7', '30', '90'];
const STATUSES = ['fail', 'warn', 'unknown', 'pass'] as const;

/** Search text: at once in its field, a moment later in the address. */
function useSearch(
  value: string,
  set: (q: string | undefined) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => set(text || undefined), DEBOUNCE_MS);
    return () => clearTimeout(timer);
    // What was set comes back as `value`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  return [text, setText];
}

/** All connections: what needs attention first; search, filters and order are on the server and in the address. */
export function ConnectionsPage() {
  const api = useApi(camundaIdentityApiRef);
  const identity = useApi(identityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [get, set] = useQueryState();
  const { value: owners = [] } = useAsync(async () => {
    const { ownershipEntityRefs } = await identity.getBackstageIdentity();
    return ownershipEntityRefs.filter(ref => ref.startsWith('group:'));
  }, [identity]);
  const filter = (key: string) => (value: unknown) =>
    set({ [key]: value ? String(value) : undefined, cursor: undefined });
  const [search, setSearch] = useSearch(get('q') ?? '', q =>
    set({ q, cursor: undefined }),
  );
  const expires = get('expires');
  const sort = get('sort') ?? 'status';
  const order = get('order') ?? 'asc';
  const query = {
    q: get('q'),
    status: get('status'),
    camundaVersion: get('version'),
    owner: get('owner'),
    entityRef: get('entityRef'),
    // Whole days, so that the address of the API stays the same for a while.
    secretsExpireBefore: expires
      ? new Date(
          (Math.floor(Date.now() / DAY_MS) + 1 + Number(expires)) * DAY_MS,
        ).toISOString()
      : undefined,
    upgradeTo: get('upgrade'),
    sort,
    order,
    limit: LIMIT,
    cursor: get('cursor'),
    count: true,
  };
  const page = useKept(
    () => api.listConnectionSummaries(query),
    'connections of the page',
  );
  const key = JSON.stringify(query);
  const [asked, setAsked] = useState(key);
  useEffect(() => {
    if (asked === key) return;
    setAsked(key);
    page.retry();
  }, [asked, key, page]);
  const ownerOptions = [
    ...new Set([
      ...owners,
      ...(page.value?.items.map(({ owner }) => owner) ?? []),
      get('owner'),
    ]),
  ]
    .filter(ref => ref !== undefined)
    .sort();
  const select = (
    name: string,
    label: string,
    options: Array<{ value: string; label: string }>,
  ) => (
    <Select
      label={label}
      options={[{ value: '', label: t('list.any') }, ...options]}
      value={get(name) ?? ''}
      onChange={filter(name)}
    />
  );
  const total = page.value?.totalItems;
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <Text as="h2" variant="title-small" weight="bold">
          {t('list.title')}
        </Text>
        <ButtonLink variant="primary" href="_check">
          {t('list.checkIssuer')}
        </ButtonLink>
      </div>
      <div className={styles.filters}>
        <SearchField
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          value={search}
          onChange={setSearch}
          className={styles.search}
        />
        {select(
          'status',
          t('list.health'),
          STATUSES.map(value => ({ value, label: t(`list.status.${value}`) })),
        )}
        {select(
          'version',
          t('list.version'),
          CAMUNDA_VERSIONS.map(value => ({ value, label: value })),
        )}
        <Select
          label={t('list.upgradeTo')}
          options={[
            { value: '', label: t('list.nextVersion') },
            ...CAMUNDA_VERSIONS.slice(1).map(value => ({
              value,
              label: value,
            })),
          ]}
          value={get('upgrade') ?? ''}
          // The same rows, told of another version: the page stays.
          onChange={to => set({ upgrade: to ? String(to) : undefined })}
        />
        {select(
          'owner',
          t('list.owner'),
          ownerOptions.map(value => ({
            value,
            label: value.replace(/^group:default\//, ''),
          })),
        )}
        {select(
          'expires',
          t('list.expires'),
          EXPIRY_DAYS.map(value => ({
            value,
            label:
              value === '0'
                ? t('list.expired')
                : t('list.within', { days: value }),
          })),
        )}
      </div>
      {get('entityRef') && (
        <div>
          {t('list.ofEntity', { entity: get('entityRef')! })}{' '}
          <Button
            size="small"
            variant="tertiary"
            onPress={() => filter('entityRef')(undefined)}
          >
            {t('list.allEntities')}
          </Button>
        </div>
      )}
      <div role="status" className={styles.soft}>
        {total === undefined ? '' : t('list.found', { count: total })}
      </div>
      {page.error && (
        <Failure
          title={t('error.connections')}
          error={page.error}
          retry={page.retry}
        />
      )}
      {!page.value && !page.error && (
        <Loading label={t('card.loading')} height={320} />
      )}
      {page.value && (
        <ConnectionsTable
          connections={page.value.items}
          sort={sort}
          order={order}
          onSort={next =>
            set({
              sort: next,
              order: next === sort && order === 'asc' ? 'desc' : undefined,
              cursor: undefined,
            })
          }
        />
      )}
      {(page.value?.prevCursor || page.value?.nextCursor) && (
        <nav className={styles.pages} aria-label={t('list.pages')}>
          <Button
            variant="secondary"
            size="small"
            isDisabled={!page.value.prevCursor}
            onPress={() => set({ cursor: page.value!.prevCursor }, true)}
          >
            {t('list.previous')}
          </Button>
          <Button
            variant="secondary"
            size="small"
            isDisabled={!page.value.nextCursor}
            onPress={() => set({ cursor: page.value!.nextCursor }, true)}
          >
            {t('list.next')}
          </Button>
        </nav>
      )}
    </div>
  );
}
