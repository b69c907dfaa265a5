import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import {
  ApiText,
  camundaIdentityApiRef,
  Failure,
  HealthBadge,
} from 'backstage-plugin-camunda-identity-react';
import { Loading } from '../../components/Loading';
import { useKept } from '../../hooks';
import { camundaIdentityTranslationRef } from '../../translation';
import part from '../part.module.css';
import type { PartProps } from '../types';

/** What OIDC does and does not support in this version of Camunda, and what to know. */
export function Limits(props: PartProps) {
  const { connection } = props;
  const { camundaVersion: version, provider } = connection;
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const facts = useKept(() => api.getCamundaFacts(version), version);
  if (facts.error)
    return (
      <Failure
        title={t('error.part')}
        error={facts.error}
        retry={facts.retry}
      />
    );
  if (!facts.value) return <Loading label={t('tabs.loading')} height={320} />;
  const { features, notices, docsUrl } = facts.value;
  return (
    <div className={part.part}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('limits.features', { version })}
      </Text>
      <table className={part.table}>
        <thead>
          <tr>
            <th scope="col">{t('limits.feature')}</th>
            <th scope="col">{t('limits.supported')}</th>
            <th scope="col">{t('limits.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {features.map(feature => (
            <tr key={feature.code}>
              <th scope="row">
                <ApiText>{feature.title}</ApiText>
              </th>
              <td>
                <HealthBadge status={feature.available ? 'pass' : 'unknown'}>
                  {t(feature.available ? 'limits.yes' : 'limits.no')}
                </HealthBadge>
              </td>
              <td>
                <ApiText>{feature.description}</ApiText>{' '}
                <ApiText>{feature.remark}</ApiText>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('limits.notices')}
      </Text>
      <ul className={part.findings}>
        {notices
          .filter(
            notice =>
              notice.providerTypes.includes(provider.type) &&
              (!notice.component || notice.component in connection.components),
          )
          .map(notice => (
            <li key={notice.code}>
              <strong>
                <ApiText>{notice.title}</ApiText>.
              </strong>{' '}
              <ApiText>{notice.text}</ApiText>{' '}
              <ApiText>{notice.remedies.join(' ')}</ApiText>
            </li>
          ))}
      </ul>
      <p>
        <Link href={docsUrl} target="_blank" rel="noopener noreferrer">
          {t('limits.docs')}
        </Link>
      </p>
    </div>
  );
}
