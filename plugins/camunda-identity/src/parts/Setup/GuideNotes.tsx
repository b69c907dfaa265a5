import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { ApiText } from 'backstage-plugin-camunda-identity-react';
import { camundaIdentityTranslationRef } from '../../translation';
import part from '../part.module.css';
import type { GuideOfProduct, Profile } from './guideOf';

/** Where the product has its settings, and what else is to be thought of. */
export function GuideNotes(props: {
  guide: GuideOfProduct;
  profile?: Profile;
}) {
  const { guide, profile } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  return (
    <>
      {profile && Object.keys(profile.admin).length > 0 && (
        <section aria-label={t('setup.where', { product: profile.title })}>
          <Text as="h3" variant="body-medium" weight="bold">
            {t('setup.where', { product: profile.title })}
          </Text>
          <table className={part.table}>
            <tbody>
              {Object.entries(profile.admin).map(([topic, path]) => (
                <tr key={topic}>
                  <th scope="row">
                    {t(`setup.topic.${topic as 'redirectUris'}`)}
                  </th>
                  <td>
                    <ApiText>{path}</ApiText>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <Link
              href={profile.docsUrl}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t('setup.docs', { product: profile.title })}
            </Link>
          </p>
          {profile.quirks.length > 0 && (
            <ul>
              {profile.quirks.map(quirk => (
                <li key={quirk}>
                  <ApiText>{quirk}</ApiText>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <Text as="h3" variant="body-medium" weight="bold">
        {t('setup.considerations')}
      </Text>
      <ul className={part.findings}>
        {guide.considerations.map(step => (
          <li key={step.code}>
            <strong>
              <ApiText>{step.title}</ApiText>.
            </strong>{' '}
            <ApiText>{step.text}</ApiText>{' '}
            <ApiText>{step.each.map(({ text }) => text).join('; ')}</ApiText>
          </li>
        ))}
      </ul>
    </>
  );
}
