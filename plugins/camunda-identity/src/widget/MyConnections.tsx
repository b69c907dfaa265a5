import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import {
  camundaIdentityApiRef,
  Failure,
  HealthBadge,
  Surface,
  type CamundaIdentityApi,
} from 'backstage-plugin-camunda-identity-react';
import { titleOf } from '../connection/mayChange';
import { Loading } from '../components/Loading';
import { useKept } from '../hooks';
import { useConnectionPaths } from '../paths';
import { useRootPath } from '../routes';
import { camundaIdentityTranslationRef } from '../translation';
import styles from './MyConnections.module.css';

/** So many groups are asked for, and so many connections shown. */
const MAX_OWNERS = 10;
const SHOWN = 8;

const WEIGHT = { fail: 0, warn: 1, unknown: 2, pass: 3 };

async function read(
  api: CamundaIdentityApi,
  owners: readonly string[],
): Promise<{ items: Connection[]; total: number }> {
  const pages = await Promise.all(
    owners.slice(0, MAX_OWNERS).map(owner =>
      api.listConnections({
        owner,
        sort: 'status',
        limit: SHOWN,
        count: true,
      }),
    ),
  );
  return {
    items: pages
      .flatMap(({ items }) => items)
      .sort((a, b) => WEIGHT[a.health.status] - WEIGHT[b.health.status])
      .slice(0, SHOWN),
    total: pages.reduce((sum, page) => sum + (page.totalItems ?? 0), 0),
  };
}

/**
 * For home pages: the connections of the person's teams, worst first.
 *
 * @public
 */
export function MyConnections() {
  const api = useApi(camundaIdentityApiRef);
  const identity = useApi(identityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  const root = useRootPath();
  const mine = useKept(async () => {
    const { ownershipEntityRefs } = await identity.getBackstageIdentity();
    return read(api, ownershipEntityRefs);
  }, 'connections of the person');
  return (
    <Surface>
      {mine.error && (
        <Failure
          title={t('error.connections')}
          error={mine.error}
          retry={mine.retry}
        />
      )}
      {!mine.value && !mine.error && (
        <Loading label={t('card.loading')} height={60} />
      )}
      {mine.value && mine.value.items.length === 0 && (
        <p>{t('list.noneOfMine')}</p>
      )}
      <ul className={styles.list}>
        {mine.value?.items.map(connection => (
          <li key={connection.id}>
            <HealthBadge status={connection.health.status} />{' '}
            <Link href={paths.part(connection.name, 'overview')}>
              <bdi>{titleOf(connection)}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      {root && <Link href={root}>{t('list.title')}</Link>}
    </Surface>
  );
}
