import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import {
  breakable,
  HealthBadge,
  HealthStrip,
  RelativeTime,
} from 'backstage-plugin-camunda-identity-react';
import type { ReactNode } from 'react';
import { hostAndPath } from '../../connection/hostAndPath';
import { titleOf } from '../../connection/mayChange';
import type { CheckRun } from '../../hooks';
import { useConnectionPaths } from '../../paths';
import { camundaIdentityTranslationRef } from '../../translation';
import { CheckProgress } from '../CheckButton';
import { CoverLine } from '../CoverLine';
import styles from './ConnectionHead.module.css';

/** Provider and version of a connection, in a line. */
export function ProviderLine(props: { connection: Connection }) {
  const { providerSummary: provider, camundaVersion } = props.connection;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  return (
    <>
      {provider.title}
      {provider.issuer && (
        <>
          {' · '}
          <code className={styles.issuer} title={provider.issuer}>
            {breakable(hostAndPath(provider.issuer))}
          </code>
        </>
      )}
      {' · '}
      <span className={styles.version}>
        {t('card.camunda', { version: camundaVersion })}
      </span>
    </>
  );
}

/**
 * Title, provider, version; health with its cover and age; the last checks; what one can do.
 *
 * @param props - `heading`: level of the title in its page; `actions`: buttons
 */
export function ConnectionHead(props: {
  connection: Connection;
  run: CheckRun;
  heading: 'h2' | 'h3';
  actions: ReactNode;
}) {
  const { connection, run, heading, actions } = props;
  const { health, verified } = connection;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  return (
    <div className={styles.head}>
      <div className={styles.what}>
        <Text
          as={heading}
          variant="title-x-small"
          weight="bold"
          className={styles.title}
        >
          <bdi>{titleOf(connection)}</bdi>
        </Text>
        <div className={styles.provider}>
          <ProviderLine connection={connection} />
        </div>
      </div>
      <div className={styles.health}>
        <div className={styles.badge}>
          <HealthBadge status={health.status} />
          <HealthStrip
            recent={health.recent}
            reportPath={id => paths.part(connection.name, 'checks', id)}
          />
        </div>
        <div className={styles.cover}>
          {!run.running && !run.cancelled && (
            <CoverLine
              connection={connection}
              coverage={health.coverage}
              at={health.checkedAt}
            />
          )}
          <CheckProgress run={run} />
          {verified && (
            <div>
              {t('login.verified', {
                title:
                  connection.clients.find(({ key }) => key === verified.client)
                    ?.title ?? verified.client,
              })}
              {' · '}
              <RelativeTime at={verified.at} />
            </div>
          )}
        </div>
      </div>
      <div className={styles.actions}>{actions}</div>
    </div>
  );
}
