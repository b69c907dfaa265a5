import {
  fetchApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { Failure } from 'backstage-plugin-camunda-identity-react';
import { useParams } from 'react-router-dom';
import { Loading } from '../components/Loading';
import { useKept } from '../hooks';
import { downloadZip, FileView } from '../parts/code';
import { camundaIdentityTranslationRef } from '../translation';
import styles from './pages.module.css';
import { filesOf } from './writtenFiles';

/** Everything that a task of the scaffolder has written, to be copied and downloaded. */
export function WrittenPage() {
  const { task = '' } = useParams();
  const { fetch } = useApi(fetchApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const files = useKept(async () => {
    const response = await fetch(
      `plugin://scaffolder/v2/tasks/${encodeURIComponent(task)}/events`,
    );
    if (!response.ok)
      throw new Error(`${response.status} ${response.statusText}`);
    return filesOf(await response.json());
  }, task);
  return (
    <div className={styles.page}>
      <Text as="h2" variant="title-small" weight="bold">
        {t('written.title')}
      </Text>
      {files.error && (
        <Failure
          title={t('written.failed')}
          error={files.error}
          retry={files.retry}
        />
      )}
      {!files.value && !files.error && <Loading label={t('tabs.loading')} />}
      {files.value?.length === 0 && <p>{t('written.none')}</p>}
      {files.value && files.value.length > 0 && (
        <div>
          <Button
            variant="primary"
            onPress={() => downloadZip('camunda-identity.zip', files.value!)}
          >
            {t('written.all')}
          </Button>
        </div>
      )}
      {files.value?.map(file => (
        <FileView key={file.path} file={file} />
      ))}
    </div>
  );
}
