import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { camundaIdentityFormsTranslationRef } from '../translation';
import { ReferencePicker, type PickerProps } from './ReferencePicker';
import { useOwners } from './useOwners';

/**
 * The group or person that owns a connection: one that the person belongs to.
 *
 * @public
 */
export function OwnerPicker(props: PickerProps) {
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  return (
    <ReferencePicker
      {...props}
      label={t('owner.label')}
      hint={t('owner.hint')}
      none={t('owner.none')}
      referenceLabel={t('owner.reference')}
      referenceHint={t('owner.referenceHint')}
      placeholder="group:default/team-payments"
      choices={useOwners()}
    />
  );
}
