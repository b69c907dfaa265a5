import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { ApiError } from 'backstage-plugin-camunda-identity-common/client';
import { camundaIdentityReactTranslationRef } from '../../translation';
import styles from './Failure.module.css';

/**
 * Shows the API's message when something could not be read or done.
 *
 * @param props - `retry`: shown as a button
 * @public
 */
export function Failure(props: {
  title: string;
  error: Error;
  retry?: () => void;
}) {
  const { title, error, retry } = props;
  const { t } = useTranslationRef(camundaIdentityReactTranslationRef);
  const denied =
    error instanceof ApiError && (error.status === 403 || error.status === 401);
  return (
    <div role="alert">
      <Alert
        status={denied ? 'warning' : 'danger'}
        icon
        title={denied ? t('failure.denied') : title}
        // Below the text, not beside it: there it leaves no room for words on a phone.
        description={
          <>
            {error.message}
            {retry && (
              <div className={styles.retry}>
                <Button size="small" variant="secondary" onPress={retry}>
                  {t('failure.retry')}
                </Button>
              </div>
            )}
          </>
        }
      />
    </div>
  );
}
