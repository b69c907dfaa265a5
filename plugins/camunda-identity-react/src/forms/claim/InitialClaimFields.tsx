import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { FormState } from '../FormState';
import { Doubts } from '../fields/Doubts';
import { RecordTextField } from '../fields/RecordTextField';
import { valueAt } from '../paths';
import { camundaIdentityFormsTranslationRef } from '../translation';
import styles from '../forms.module.css';
import { doubtOf } from './doubtOf';

/**
 * The initial claim, with the warning that it is applied only once.
 *
 * @param props - `byDefault`: the claim to use if none is named
 *
 * @public
 */
export function InitialClaimFields(props: {
  form: FormState;
  byDefault: string;
}) {
  const { form, byDefault } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const name = String(valueAt(form.data, 'initialClaim.name') ?? byDefault);
  const doubt = doubtOf(form.data, name);
  return (
    <div className={styles.field} data-field="initialClaim">
      <Alert
        status="warning"
        icon
        title={t('initialClaim.title')}
        description={t('initialClaim.text')}
      />
      <div className={styles.grid}>
        <RecordTextField
          form={form}
          path="initialClaim.name"
          label={t('initialClaim.name')}
          description={t('initialClaim.nameHint')}
          isRequired
          byDefault={byDefault}
        />
        <RecordTextField
          form={form}
          path="initialClaim.value"
          label={t('initialClaim.value')}
          description={t(
            name === 'oid' ? 'initialClaim.oidHint' : 'initialClaim.valueHint',
          )}
          isRequired
        />
      </div>
      <div role="status">
        {doubt && <p className={styles.doubt}>{t(`initialClaim.${doubt}`)}</p>}
        {!doubt && <Doubts form={form} path="initialClaim" />}
      </div>
    </div>
  );
}
