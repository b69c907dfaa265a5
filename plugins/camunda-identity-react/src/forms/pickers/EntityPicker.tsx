import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { camundaIdentityFormsTranslationRef } from '../translation';
import { ReferencePicker, type PickerProps } from './ReferencePicker';
import { useEntities } from './useEntities';

/**
 * Picks the catalog entity that runs Camunda from those that the user owns.
 *
 * @public
 */
export function EntityPicker(props: PickerProps) {
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  return (
    <ReferencePicker
      {...props}
      label={t('entity.label')}
      hint={t('entity.hint')}
      none={t('entity.none')}
      missing={t('entity.missing')}
      referenceLabel={t('entity.reference')}
      referenceHint={t('entity.referenceHint')}
      placeholder="system:default/payments-camunda"
      choices={useEntities()}
    />
  );
}
