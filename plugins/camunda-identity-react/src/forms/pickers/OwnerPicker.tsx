import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { camundaIdentityFormsTranslationRef } from '../translation';
import { ReferencePicker, type PickerProps } from './ReferencePicker';
import { useOwners } from './useOwners';

/**
 * Picks the owner of a connection from the user and the user's groups.
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
