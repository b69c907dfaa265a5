import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import type {
  Connection,
  ProviderSetupAnswer,
} from 'backstage-plugin-camunda-identity-common/client';
import { camundaIdentityTranslationRef } from '../../translation';
import { downloadZip, FileView } from '../code';
import part from '../part.module.css';

/** Files that make the applications at the provider. */
export function SetupFiles(props: {
  connection: Connection;
  setup: ProviderSetupAnswer;
}) {
  const { connection, setup } = props;
  const { files, findings, product } = setup;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  if (files.length === 0) return null;
  return (
    <section aria-label={t('setup.files')} className={part.part}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('setup.files')}
      </Text>
      <p className={part.soft}>{t('setup.filesText')}</p>
      {files.length > 1 && (
        <div className={part.controls}>
          <Button
            variant="secondary"
            onPress={() =>
              downloadZip(`${connection.name}-${product}.zip`, files)
            }
          >
            {t('configuration.downloadAll')}
          </Button>
        </div>
      )}
      {findings
        .filter(({ subject }) => subject.kind === 'record')
        .map(({ code, message }) => (
          <p key={code} role="note">
            {message}
          </p>
        ))}
      {files.map(file => (
        <details key={file.path}>
          <summary>{file.path}</summary>
          <FileView file={file} marked={new Set()} />
        </details>
      ))}
    </section>
  );
}
