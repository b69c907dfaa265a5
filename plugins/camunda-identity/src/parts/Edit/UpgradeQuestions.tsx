import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { Failure } from 'backstage-plugin-camunda-identity-react';
import {
  componentsOf,
  type CamundaVersion,
} from 'backstage-plugin-camunda-identity-common/facts';
import {
  camundaIdentityFormsTranslationRef,
  FieldFrame,
  RecordTextField,
  type FormState,
} from 'backstage-plugin-camunda-identity-react/forms';
import { Loading } from '../../components/Loading';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './Edit.module.css';
import type { ProposedUpgrade } from './useUpgrade';

/** Fields that a question can be answered in; a question about a whole component has none. */
const LABELS: Readonly<
  Record<
    string,
    | 'components.url'
    | 'components.clientId'
    | 'components.audience'
    | 'components.adminUsers'
    | 'more.tokenScope'
    | undefined
  >
> = {
  url: 'components.url',
  clientId: 'components.clientId',
  audience: 'components.audience',
  adminUsers: 'components.adminUsers',
  tokenScope: 'more.tokenScope',
};

/** What nobody but the team can answer about a later version of Camunda, each with its field. */
export function UpgradeQuestions(props: {
  form: FormState;
  upgrade: ProposedUpgrade;
  from: CamundaVersion;
}) {
  const { form, from, upgrade } = props;
  const { to, proposal, error } = upgrade;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const { t: forms } = useTranslationRef(camundaIdentityFormsTranslationRef);
  if (error) return <Failure title={t('compare.failed')} error={error} />;
  if (!proposal) return <Loading label={t('tabs.loading')} height={160} />;
  const { questions, changes } = proposal;
  const titleOf = (path: string) => {
    const [, key] = path.split('.');
    return (
      [...componentsOf(to), ...componentsOf(from)].find(
        component => component.key === key,
      )?.title ?? key
    );
  };
  return (
    <section className={styles.block} aria-label={t('upgrade.title', { to })}>
      <FieldFrame>
        <Text as="h4" weight="bold">
          {t('upgrade.title', { to })}
        </Text>
        <p>
          {t('upgrade.changes')}{' '}
          {changes
            .filter(({ path }) => path.startsWith('components.'))
            .map(
              ({ path, kind }) => `${titleOf(path)} (${t(`upgrade.${kind}`)})`,
            )
            .join(', ')}
        </p>
        {questions.length === 0 ? (
          <p>{t('compare.noQuestions', { version: to })}</p>
        ) : (
          <ol className={styles.questions}>
            {questions.map(({ path, question }, index) => {
              const field = path.slice(path.lastIndexOf('.') + 1);
              const label = LABELS[field];
              return (
                <li key={`${path} ${index}`}>
                  <p>{question}</p>
                  {label && (
                    <RecordTextField
                      form={form}
                      path={path}
                      label={`${titleOf(path)}: ${forms(label)}`}
                      isList={field === 'adminUsers'}
                    />
                  )}
                </li>
              );
            })}
          </ol>
        )}
      </FieldFrame>
    </section>
  );
}
