import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { camundaIdentityReactTranslationRef } from '../../translation';

/**
 * Props of a field that has to be filled in; Backstage's own fields say so in English only.
 *
 * @public
 */
export function useRequired(): { isRequired: true; secondaryLabel: string } {
  const { t } = useTranslationRef(camundaIdentityReactTranslationRef);
  return { isRequired: true, secondaryLabel: t('required') };
}
