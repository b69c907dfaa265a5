import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import { Link } from 'react-router-dom';
import { titleOf } from '../../connection/mayChange';
import { TABS, useConnectionPaths, type ConnectionPart } from '../../paths';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './ConnectionView.module.css';

/**
 * The parts of a connection. Links, since each has an address; they wrap where Backstage UI's tabs would
 * scroll sideways.
 */
export function PartTabs(props: {
  connection: Connection;
  current: ConnectionPart;
}) {
  const { connection, current } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  return (
    <nav aria-label={t('tabs.label', { title: titleOf(connection) })}>
      <ul className={styles.tabs}>
        {TABS.map(tab => (
          <li key={tab}>
            <Link
              to={paths.part(connection.name, tab)}
              className={styles.tab}
              aria-current={tab === current ? 'page' : undefined}
            >
              {t(`tabs.${tab}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
