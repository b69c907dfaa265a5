import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  initialClaimSchema,
  isGuid,
} from 'backstage-plugin-camunda-identity-common/schema';
import { FieldFrame } from '../../components/FieldFrame';
import { ProblemTextField } from '../../components/ProblemTextField';
import { camundaIdentityFieldsTranslationRef } from '../../translation';
import styles from '../fields.module.css';
import { useFocusFirstProblem } from '../focusFirstProblem';
import { findProblems } from '../problems';

/** As much of an initial claim as has been typed. */
export interface InitialClaimFormData {
  name?: string;
  value?: string;
}

type Props = FieldExtensionComponentProps<InitialClaimFormData>;

type Doubt = 'doubtOid' | 'doubtOidProvider' | 'doubtEmail' | 'doubtClient';

/** What is likely to be wrong, told where it is typed. */
function doubtOf(
  { name = '', value = '' }: InitialClaimFormData,
  form: { provider?: { type?: string }; components?: object },
): Doubt | undefined {
  if (name === 'oid' && form.provider?.type === 'GENERIC')
    return 'doubtOidProvider';
  if (!value) return undefined;
  if (name === 'oid' && !isGuid(value)) return 'doubtOid';
  if (name === 'email' && !value.includes('@')) return 'doubtEmail';
  const clientIds = JSON.stringify(form.components ?? {});
  return clientIds.includes(`"clientId":${JSON.stringify(value)}`)
    ? 'doubtClient'
    : undefined;
}

/** The initial claim, under the warning that it is applied once. */
export function InitialClaimField(props: Props) {
  const { formContext, formData = {}, onChange, rawErrors } = props;
  const { t } = useTranslationRef(camundaIdentityFieldsTranslationRef);
  const form = formContext?.formData ?? {};
  const isMicrosoft = form.provider?.type === 'MICROSOFT';
  // oid is a claim of Entra’s; every provider issues sub (OpenID Connect Core 1.0 section 2).
  const byDefault = isMicrosoft ? 'oid' : 'sub';
  const { name = byDefault } = formData;
  const problems = findProblems(initialClaimSchema, formData);
  const showAll = (rawErrors ?? []).length > 0;
  const frame = useFocusFirstProblem(showAll);
  const doubt = doubtOf({ ...formData, name }, form);
  return (
    <FieldFrame>
      <div ref={frame} className={styles.field}>
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
            value={name}
            problem={problems.get('name')}
            showAll={showAll}
            onChange={text => onChange({ ...formData, name: text ?? '' })}
          />
          <ProblemTextField
            label={t('initialClaim.value')}
            description={t(
              name === 'oid'
                ? 'initialClaim.oidHint'
                : 'initialClaim.valueHint',
            )}
            isRequired
            value={formData.value}
            problem={problems.get('value')}
            showAll={showAll}
            onChange={value => onChange({ ...formData, name, value })}
          />
        </div>
        <div role="status">
          {doubt && (
            <Text as="p" color="warning">
              {t(`initialClaim.${doubt}`)}
            </Text>
          )}
        </div>
      </div>
    </FieldFrame>
  );
}
