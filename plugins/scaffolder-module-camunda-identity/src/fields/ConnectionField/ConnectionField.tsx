import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Select, TextField } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useState } from 'react';
import { useRequired } from 'backstage-plugin-camunda-identity-react';
import {
  camundaIdentityFormsTranslationRef,
  FieldFrame,
  useFocusFirstProblem,
} from 'backstage-plugin-camunda-identity-react/forms';
import styles from '../fields.module.css';
import { useConnections } from './useConnections';

/** Not a name that a record can have. */
const OTHER = ':other';

type Props = FieldExtensionComponentProps<string>;

/** The name of a record: one of those that the person may change. */
export function ConnectionField(props: Props) {
  const { formData, onChange, rawErrors } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const required = useRequired();
  const { value: connections, loading, error } = useConnections();
  const [wantsOther, setWantsOther] = useState(false);
  const refused = (rawErrors ?? []).length > 0;
  const frame = useFocusFirstProblem(refused);
  const isListed = connections?.some(({ name }) => name === formData);
  const types = wantsOther || (connections && formData && !isListed);
  return (
    <FieldFrame>
      <div ref={frame} className={styles.field}>
        {error && (
          <Alert
            status="warning"
            icon
            title={t('connection.failed')}
            description={error.message}
          />
        )}
        <Select
          label={t('connection.label')}
          description={
            connections?.length === 0
              ? t('connection.none')
              : t('connection.hint')
          }
          {...required}
          isDisabled={loading}
          // Natively a browser would hold the form back as long as the last answer stands.
          validationBehavior="aria"
          isInvalid={refused && !formData}
          placeholder={loading ? t('connection.loading') : t('entity.choose')}
          options={[
            ...(connections ?? []).map(({ name, title }) => ({
              value: name,
              label: title ? `${title} (${name})` : name,
            })),
            { value: OTHER, label: t('connection.other') },
          ]}
          value={types ? OTHER : formData || null}
          onChange={chosen => {
            setWantsOther(chosen === OTHER);
            onChange(chosen === OTHER ? '' : String(chosen));
          }}
        />
        {refused && !formData && (
          <p className={styles.problem}>{t('connection.missing')}</p>
        )}
        {types && (
          <TextField
            label={t('name.label')}
            isInvalid={refused}
            value={formData ?? ''}
            onChange={text => onChange(text.trim())}
          />
        )}
      </div>
    </FieldFrame>
  );
}
