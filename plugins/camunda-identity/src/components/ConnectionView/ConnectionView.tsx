import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ApiError,
  type Connection,
} from 'backstage-plugin-camunda-identity-common/client';
import { Failure } from 'backstage-plugin-camunda-identity-react';
import { Suspense } from 'react';
import { Navigate, useNavigate } from 'react-router-dom';
import { mayChange } from '../../connection/mayChange';
import { useRecordDialog } from '../../dialogs';
import { useCheckRun, useConnection } from '../../hooks';
import { PARTS } from '../../parts';
import { TABS, useConnectionPaths, type ConnectionPart } from '../../paths';
import { useRootPath } from '../../routes';
import { camundaIdentityTranslationRef } from '../../translation';
import { CheckButton } from '../CheckButton';
import { ConnectionHead } from '../ConnectionHead';
import { ConnectionMenu } from '../ConnectionMenu';
import { Loading } from '../Loading';
import { PartBoundary } from '../PartBoundary';
import { PartTabs } from './PartTabs';
import styles from './ConnectionView.module.css';

function Whole(props: {
  connection: Connection;
  part: ConnectionPart;
  rest?: string;
  retry(): void;
}) {
  const { connection, part, rest, retry } = props;
  const { name } = connection;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  const navigate = useNavigate();
  const root = useRootPath();
  const check = useCheckRun(connection.id, retry);
  const { open, dialog } = useRecordDialog(connection, retry, () =>
    navigate(root ?? '/'),
  );
  const Part = PARTS[part];
  return (
    <div className={styles.view}>
      <ConnectionHead
        connection={connection}
        run={check}
        heading="h2"
        actions={
          <>
            <CheckButton
              run={check}
              start={() => check.start()}
              cancel={check.cancel}
            />
            <ButtonLink
              size="small"
              variant="secondary"
              isDisabled={!mayChange(connection)}
              href={paths.part(name, 'edit')}
            >
              {t('card.edit')}
            </ButtonLink>
            <ConnectionMenu
              connection={connection}
              onDelete={() => open('delete')}
            />
          </>
        }
      />
      <div className={styles.of}>
        <EntityRefLink entityRef={connection.entityRef} /> ·{' '}
        <EntityRefLink entityRef={connection.owner} />
        {connection.description && (
          <div className={styles.description}>{connection.description}</div>
        )}
      </div>
      {check.error && (
        <Failure
          title={t('check.failed')}
          error={check.error}
          retry={() => check.start()}
        />
      )}
      <PartTabs connection={connection} current={part} />
      <PartBoundary key={part}>
        <Suspense fallback={<Loading label={t('tabs.loading')} height={320} />}>
          <Part
            connection={connection}
            rest={rest}
            check={check}
            openDialog={open}
            onChange={retry}
          />
        </Suspense>
      </PartBoundary>
      {dialog}
    </div>
  );
}

/**
 * One connection with all its parts: the page of a connection, and the tab of an entity.
 *
 * @param props - `path`: what follows the record's name in the address, such as `checks/<report id>`
 */
export function ConnectionView(props: { name: string; path: string }) {
  const { name, path } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  const root = useRootPath();
  const { value, error, retry } = useConnection(name);
  const [first = '', rest] = path.split('/');
  const part = [...TABS, 'edit' as const].find(tab => tab === first);
  if (!part) return <Navigate to={paths.part(name, 'overview')} replace />;
  if (error && error instanceof ApiError && error.status === 404)
    return (
      <div className={styles.view}>
        <p role="alert">{t('error.notFound', { name })}</p>
        {root && <Link href={root}>{t('error.notFoundAction')}</Link>}
      </div>
    );
  if (error && !value)
    return (
      <Failure title={t('error.connection')} error={error} retry={retry} />
    );
  if (!value) return <Loading label={t('card.loading')} height={320} />;
  return (
    <Whole
      key={value.id}
      connection={value}
      part={part}
      rest={rest ? decodeURIComponent(rest) : undefined}
      retry={retry}
    />
  );
}
