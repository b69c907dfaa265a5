import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { CopyButton } from 'backstage-plugin-camunda-identity-react';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './FileView.module.css';
import { CodeView } from './CodeView';
import { download } from './download';

/** A file with its name, to be copied and downloaded. */
export function FileView(props: {
  file: { path: string; content: string; mediaType?: string };
  marked?: ReadonlySet<number>;
}) {
  const { path, content, mediaType = 'text/plain' } = props.file;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  return (
    <section className={styles.file} aria-label={path}>
      <div className={styles.head}>
        <Text as="h3" variant="body-medium" weight="bold">
          {path}
        </Text>
        <CopyButton text={content} label={path}>
          {t('configuration.copy')}
        </CopyButton>
        <Button
          size="small"
          variant="tertiary"
          aria-label={t('configuration.downloadFile', { path })}
          onPress={() =>
            download(path.split('/').pop() ?? path, content, mediaType)
          }
        >
          {t('configuration.download')}
        </Button>
      </div>
      <CodeView
        content={content}
        path={path}
        label={t('configuration.contentOf', { path })}
        marked={props.marked}
      />
    </section>
  );
}
