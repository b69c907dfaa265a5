import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Connection,
  Finding,
} from 'backstage-plugin-camunda-identity-common/client';
import { Link } from '@backstage/ui';
import { mendingPlace } from 'backstage-plugin-camunda-identity-react';
import { useConnectionPaths } from '../../paths';
import { camundaIdentityTranslationRef } from '../../translation';

/** A link to where a finding is mended: a field of the form, a step of the guide, the secrets. */
export function Mending(props: { connection: Connection; finding: Finding }) {
  const { connection, finding } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  const place = mendingPlace(finding);
  const { name } = connection;
  switch (place?.kind) {
    case 'field':
      return (
        <Link href={paths.part(name, 'edit', undefined, { field: place.path })}>
          {t('mend.field', { field: t(`field.${place.field}`) })}
        </Link>
      );
    case 'setup':
      return (
        <Link
          href={paths.part(name, 'setup', undefined, {
            topic: place.topic,
            client: finding.subject.client,
          })}
        >
          {t('mend.setup')}
        </Link>
      );
    case 'secrets':
      return (
        <Link href={paths.part(name, 'secrets')}>{t('mend.secrets')}</Link>
      );
    case 'compare':
      return (
        <Link href={paths.part(name, 'compare')}>{t('mend.compare')}</Link>
      );
    default:
      return null;
  }
}
