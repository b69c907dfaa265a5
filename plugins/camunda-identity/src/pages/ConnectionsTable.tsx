import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import type { ConnectionSummary } from 'backstage-plugin-camunda-identity-common/client';
import {
  breakable,
  HealthBadge,
  RelativeTime,
} from 'backstage-plugin-camunda-identity-react';
import { hostAndPath } from '../connection/hostAndPath';
import { titleOf } from '../connection/mayChange';
import { CoverLine } from '../components/CoverLine';
import { useConnectionPaths } from '../paths';
import { camundaIdentityTranslationRef } from '../translation';
import styles from './pages.module.css';

const SOON_MS = 30 * 86_400_000;

type Row = ConnectionSummary;

function Expiry(props: { at?: string }) {
  const { at } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  if (!at) return <span className={styles.soft}>{t('secrets.noDate')}</span>;
  const left = Date.parse(at) - Date.now();
  if (left > SOON_MS) return <RelativeTime at={at} />;
  return (
    <HealthBadge status={left < 0 ? 'fail' : 'warn'}>
      <RelativeTime at={at} />
    </HealthBadge>
  );
}

/** Connections, a row each; a block each where columns have no room. */
export function ConnectionsTable(props: {
  connections: readonly Row[];
  sort: string;
  order: string;
  onSort(column: string): void;
}) {
  const { connections, sort, order, onSort } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  const sortable = (column: string, text: string) => {
    const Arrow = order === 'asc' ? RiArrowUpLine : RiArrowDownLine;
    let direction: 'ascending' | 'descending' | undefined;
    if (sort === column)
      direction = order === 'asc' ? 'ascending' : 'descending';
    return (
      <th scope="col" aria-sort={direction}>
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort(column)}
        >
          {text}
          {direction && <Arrow size={14} aria-hidden />}
        </button>
      </th>
    );
  };
  if (connections.length === 0) return <p>{t('list.none')}</p>;
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('list.title')}</caption>
      <thead>
        <tr>
          {sortable('name', t('list.connection'))}
          {sortable('status', t('list.health'))}
          <th scope="col">{t('list.provider')}</th>
          <th scope="col">{t('list.version')}</th>
          <th scope="col">{t('list.owner')}</th>
          {sortable('secretsExpireAt', t('list.expires'))}
          <th scope="col">{t('list.verified')}</th>
        </tr>
      </thead>
      <tbody>
        {connections.map(connection => (
          <tr key={connection.id}>
            <th scope="row">
              <Link href={paths.part(connection.name, 'overview')}>
                <bdi>{titleOf(connection)}</bdi>
              </Link>
            </th>
            <td data-label={t('list.health')}>
              <HealthBadge status={connection.health.status} />
              <div className={styles.small}>
                <CoverLine
                  connection={{ clients: [] }}
                  coverage={connection.health.coverage}
                  at={connection.health.checkedAt}
                />
              </div>
            </td>
            <td className={styles.provider} data-label={t('list.provider')}>
              {connection.providerSummary.title}
              <div className={styles.small}>
                {breakable(hostAndPath(connection.providerSummary.issuer))}
              </div>
            </td>
            <td data-label={t('list.version')}>
              {connection.camundaVersion}
              {connection.upgrade && (
                <div className={styles.small}>
                  <Link
                    href={paths.part(connection.name, 'edit', undefined, {
                      version: connection.upgrade.to,
                    })}
                    aria-label={t('list.upgradeOf', {
                      title: titleOf(connection),
                      to: connection.upgrade.to,
                      count: connection.upgrade.questions,
                    })}
                  >
                    {t('list.upgrade', {
                      to: connection.upgrade.to,
                      count: connection.upgrade.questions,
                    })}
                  </Link>
                </div>
              )}
            </td>
            <td data-label={t('list.owner')}>
              <EntityRefLink entityRef={connection.owner} />
            </td>
            <td data-label={t('list.expires')}>
              <Expiry at={connection.secretsExpireAt} />
            </td>
            <td data-label={t('list.verified')}>
              {connection.verified ? (
                <RelativeTime at={connection.verified.at} />
              ) : (
                <span className={styles.soft}>{t('list.never')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
