import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { CopyableText } from 'backstage-plugin-camunda-identity-react';
import { camundaIdentityTranslationRef } from '../../translation';

/** A value to copy; one that is a place in the provider's pages can be opened, too. */
export function StepValue(props: {
  value: string;
  label: string;
  /** Addresses of the record itself: they are typed in there, and lead nowhere from here. */
  own: ReadonlySet<string>;
}) {
  const { value, label, own } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  return (
    <>
      <CopyableText text={value} label={label} />
      {/^https?:/.test(value) && !own.has(value) && (
        <Link
          href={value}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={`${t('setup.open')}: ${label}`}
        >
          {t('setup.open')}
        </Link>
      )}
    </>
  );
}
