import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { CopyableText } from '../../components/CopyableText';
import { camundaIdentityFormsTranslationRef } from '../translation';
import styles from '../forms.module.css';

/** Redirect URIs that follow from the URL, to be copied into the provider. */
export function RedirectUris(props: { uris: string[] }) {
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
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
        <div key={uri}>
          <CopyableText text={uri} label={uri} />
        </div>
      ))}
    </div>
  );
}
