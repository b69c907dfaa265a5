import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import useAsync from 'react-use/esm/useAsync';
import { useRequired } from 'backstage-plugin-camunda-identity-react';
import {
  camundaIdentityFormsTranslationRef,
  FieldFrame,
  useApiClient,
  useFocusFirstProblem,
} from 'backstage-plugin-camunda-identity-react/forms';
import styles from '../fields.module.css';

type Props = FieldExtensionComponentProps<string>;

/** One application of the connection that the form names in `connection`. */
export function ClientField(props: Props) {
  const { formContext, formData, onChange, rawErrors } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const required = useRequired();
  const client = useApiClient();
  const name = formContext?.formData?.connection;
  const { value: applications, loading } = useAsync(async () => {
    if (!name) return [];
    const { clients } = await client.getConnectionByName(name);
    return clients.filter(({ clientType }) => clientType === 'confidential');
  }, [client, name]);
  const refused = (rawErrors ?? []).length > 0;
  const frame = useFocusFirstProblem(refused);
  const isListed = applications?.some(({ key }) => key === formData);
  return (
    <FieldFrame>
      <div ref={frame}>
        <Select
          label={t('client.label')}
          description={name ? t('client.hint') : t('client.connectionFirst')}
          {...required}
          isDisabled={!name || loading}
          // Natively a browser would hold the form back as long as the last answer stands.
          validationBehavior="aria"
          isInvalid={refused && !isListed}
          options={(applications ?? []).map(({ key, title, clientId }) => ({
            value: key,
            label: `${title} (${clientId})`,
          }))}
          value={isListed ? formData ?? null : null}
          onChange={key => onChange(String(key))}
        />
        {refused && !isListed && (
          <p className={styles.problem}>{t('client.missing')}</p>
        )}
      </div>
    </FieldFrame>
  );
}
