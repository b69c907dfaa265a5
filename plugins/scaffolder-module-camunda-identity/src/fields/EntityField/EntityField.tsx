import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Select, TextField } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useState } from 'react';
import { FieldFrame } from '../../components/FieldFrame';
import { camundaIdentityFieldsTranslationRef } from '../../translation';
import styles from '../fields.module.css';
import { useFocusFirstProblem } from '../focusFirstProblem';
import { useEntities } from './useEntities';

/** No reference looks like that. */
const OTHER = ':other';

type Props = FieldExtensionComponentProps<string>;

/** The catalog entity that runs Camunda: one of those that the person owns. */
export function EntityField(props: Props) {
  const { formData, onChange, rawErrors } = props;
  const { t } = useTranslationRef(camundaIdentityFieldsTranslationRef);
  const { value: entities, loading, error } = useEntities();
  const [wantsOther, setWantsOther] = useState(false);
  const refused = (rawErrors ?? []).length > 0;
  const frame = useFocusFirstProblem(refused);
  const isListed = entities?.some(({ ref }) => ref === formData);
  const types = wantsOther || (entities && formData && !isListed);
  const selected = types ? OTHER : formData ?? null;
  return (
    <FieldFrame>
      <div ref={frame} className={styles.field}>
        {error && (
          <Alert
            status="warning"
            icon
            title={t('entity.failed')}
            description={error.message}
          />
        )}
        <Select
          label={t('entity.label')}
          description={
            entities?.length === 0 ? t('entity.none') : t('entity.hint')
          }
          isRequired
          isDisabled={loading}
          isInvalid={refused && !types}
          placeholder={loading ? t('entity.loading') : t('entity.choose')}
          options={[
            ...(entities ?? []).map(({ ref, title }) => ({
              value: ref,
              label: title,
            })),
            { value: OTHER, label: t('entity.other') },
          ]}
          value={selected}
          onChange={chosen => {
            setWantsOther(chosen === OTHER);
            onChange(chosen === OTHER ? undefined : String(chosen));
          }}
        />
        {types && (
          <TextField
            label={t('entity.reference')}
            description={t('entity.referenceHint')}
            placeholder="system:default/payments-camunda"
            isInvalid={refused}
            value={formData ?? ''}
            onChange={text => onChange(text.trim() || undefined)}
          />
        )}
      </div>
    </FieldFrame>
  );
}
