import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { initialClaimSchema } from 'backstage-plugin-camunda-identity-common/schema';
import { FieldFrame } from '../../components/FieldFrame';
import { ProblemTextField } from '../../components/ProblemTextField';
import { camundaIdentityFieldsTranslationRef } from '../../translation';
import styles from '../fields.module.css';
import { findProblems } from '../problems';

/** As much of an initial claim as has been typed. */
export interface InitialClaimFormData {
  name?: string;
  value?: string;
}

type Props = FieldExtensionComponentProps<InitialClaimFormData>;

/** The initial claim, under the warning that it is applied once. */
export function InitialClaimField(props: Props) {
  const { formData = {}, onChange, rawErrors } = props;
  const { t } = useTranslationRef(camundaIdentityFieldsTranslationRef);
  const problems = findProblems(initialClaimSchema, formData);
  const showAll = (rawErrors ?? []).length > 0;
  return (
    <FieldFrame>
      <Alert
        status="warning"
        icon
        title={t('initialClaim.title')}
        description={t('initialClaim.text')}
      />
      <div className={styles.grid}>
        <ProblemTextField
          label={t('initialClaim.name')}
          description={t('initialClaim.nameHint')}
          isRequired
          value={formData.name ?? 'oid'}
          problem={problems.get('name')}
          showAll={showAll}
          onChange={name => onChange({ ...formData, name: name ?? '' })}
        />
        <ProblemTextField
          label={t('initialClaim.value')}
          description={t('initialClaim.valueHint')}
          isRequired
          value={formData.value}
          problem={problems.get('value')}
          showAll={showAll}
          onChange={value => onChange({ ...formData, value })}
        />
      </div>
    </FieldFrame>
  );
}
