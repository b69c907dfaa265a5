import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Text } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { camundaIdentityFieldsTranslationRef } from '../../translation';
import styles from '../fields.module.css';

/** Redirect URIs that follow from the URL, to be copied into the provider. */
export function RedirectUris(props: { uris: string[] }) {
  const { t } = useTranslationRef(camundaIdentityFieldsTranslationRef);
  const [, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState<string>();
  if (props.uris.length === 0) return null;
  return (
    <div className={styles.register}>
      <Text as="p" variant="body-small" color="secondary">
        {t(
          props.uris.length > 1
            ? 'components.registerMany'
            : 'components.register',
        )}
      </Text>
      {props.uris.map(uri => (
        <div key={uri} className={styles.uri}>
          <code>{uri}</code>
          <ButtonIcon
            size="small"
            variant="tertiary"
            aria-label={
              copied === uri
                ? t('components.copied')
                : t('components.copy', { uri })
            }
            icon={copied === uri ? <RiCheckLine /> : <RiFileCopyLine />}
            onPress={() => {
              copy(uri);
              setCopied(uri);
            }}
          />
        </div>
      ))}
    </div>
  );
}
