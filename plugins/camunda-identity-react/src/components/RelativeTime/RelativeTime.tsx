import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { camundaIdentityReactTranslationRef } from '../../translation';
import { exactTime, relativeTime } from './times';

/**
 * How long ago something was, or how soon it will be; the exact time on hover.
 *
 * @param props - `at`: ISO 8601
 * @public
 */
export function RelativeTime(props: { at: string }) {
  const { t } = useTranslationRef(camundaIdentityReactTranslationRef);
  return (
    <time dateTime={props.at} title={exactTime(props.at, t('locale'))}>
      {relativeTime(props.at, t('locale'))}
    </time>
  );
}
