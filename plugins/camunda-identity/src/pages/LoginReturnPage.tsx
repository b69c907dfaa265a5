import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { LoginResult } from '../parts/LoginTest/LoginResult';
import { useRootPath } from '../routes';
import { camundaIdentityTranslationRef } from '../translation';
import styles from './pages.module.css';

/** Where a sign-in comes back to that belongs to no connection, or that nobody waits for. */
export function LoginReturnPage() {
  const { id } = useParams();
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const root = useRootPath();
  return (
    <div className={styles.page}>
      {root && <Link href={root}>{t('error.notFoundAction')}</Link>}
      <Text as="h2" variant="title-small" weight="bold">
        {t('tabs.login')}
      </Text>
      {id ? (
        <LoginResult key={id} id={id} clients={[]} />
      ) : (
        <p role="alert">{t('login.unknown')}</p>
      )}
    </div>
  );
}
