import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  needsSecret,
  redirectUris,
  takesCertificate,
  type CamundaVersion,
  type ClientFacts,
  type ProviderType,
} from 'backstage-plugin-camunda-identity-common/facts';
import type { FormState } from '../FormState';
import { RecordTextField } from '../fields/RecordTextField';
import { clientPath } from '../paths';
import { camundaIdentityFormsTranslationRef } from '../translation';
import styles from '../forms.module.css';
import { RedirectUris } from './RedirectUris';
import { SecretFields } from './SecretFields';

/** Common props of the fields of components and applications. */
export interface BlockProps {
  form: FormState;
  version: CamundaVersion;
  providerType: ProviderType;
}

/** The fields of one application at the provider. */
export function ClientFields(
  props: BlockProps & {
    facts: ClientFacts;
    /** URL of the component, unless it is invalid. */
    url?: unknown;
    titled: boolean;
  },
) {
  const { form, facts, providerType, titled, url, version } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const path = clientPath(facts.key);
  const audienceHint = () => {
    if (facts.key === 'connectors') return t('components.audienceOfTarget');
    return providerType === 'MICROSOFT'
      ? t('components.audienceDefault')
      : t('components.audienceHint');
  };
  // Two applications of one component have fields with the same names.
  const label = (text: string) => (titled ? `${facts.title}: ${text}` : text);
  return (
    <div data-field={path}>
      <Text as="p" variant="body-small" color="secondary">
        {titled ? `${facts.title} · ` : ''}
        {t(`components.${facts.clientType}`)} · {facts.grantTypes.join(', ')}
      </Text>
      <div className={styles.grid}>
        <RecordTextField
          form={form}
          path={`${path}.clientId`}
          label={label(t('components.clientId'))}
          isRequired={!facts.secretUnused}
        />
        <RecordTextField
          form={form}
          path={`${path}.audience`}
          label={label(t('components.audience'))}
          description={audienceHint()}
        />
        {needsSecret(facts) && (
          <SecretFields
            form={form}
            path={path}
            client={facts.key}
            takesCertificate={takesCertificate(facts, version, providerType)}
          />
        )}
      </div>
      {typeof url === 'string' && URL.canParse(url) && (
        <RedirectUris uris={redirectUris(facts, url)} />
      )}
    </div>
  );
}
