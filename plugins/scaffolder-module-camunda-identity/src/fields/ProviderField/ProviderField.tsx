import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, Select } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  createProviderSchema,
  withoutEmpty,
} from 'backstage-plugin-camunda-identity-common/schema';
import { useEffect } from 'react';
import { FieldFrame } from '../../components/FieldFrame';
import { ProblemTextField } from '../../components/ProblemTextField';
import { useProviderCheck } from '../../hooks/useProviderCheck';
import { camundaIdentityFieldsTranslationRef } from '../../translation';
import styles from '../fields.module.css';
import { useFocusFirstProblem } from '../focusFirstProblem';
import { findProblems } from '../problems';
import { PresetSelect } from './PresetSelect';
import type { ProviderFormData } from './ProviderFormData';
import { ProviderCheckResult } from './ProviderCheckResult';
import { useClouds } from './useClouds';
import { usePresets } from './usePresets';

function shownOf(data: ProviderFormData): ProviderFormData {
  const { type, issuer, issuerBackendUrl, tenantId, cloud } = data;
  return type === 'MICROSOFT'
    ? { type, tenantId, cloud }
    : { type, issuer, issuerBackendUrl };
}

type Props = FieldExtensionComponentProps<ProviderFormData>;

/** The provider of a record; asks it while the person types. */
export function ProviderField(props: Props) {
  const { formData = {}, onChange, rawErrors, uiSchema } = props;
  const { t } = useTranslationRef(camundaIdentityFieldsTranslationRef);
  const clouds = useClouds();
  const presets = usePresets();
  const problems = findProblems(
    createProviderSchema(Object.keys(clouds)),
    formData,
  );
  const provider =
    problems.size === 0 ? (withoutEmpty(formData) as object) : undefined;
  const check = useProviderCheck(provider);
  const frame = useFocusFirstProblem((rawErrors ?? []).length > 0);
  const showAll = (rawErrors ?? []).length > 0;
  // A template for one kind of provider names it.
  const fixed = uiSchema?.['ui:options']?.type as ProviderFormData['type'];
  useEffect(() => {
    if (fixed && formData.type !== fixed) onChange({ type: fixed });
  }, [fixed, formData.type, onChange]);
  const set = (change: Partial<ProviderFormData>) =>
    // What a preset brought along and the form does not show belongs to that preset only.
    onChange({ ...shownOf(formData), ...change });
  return (
    <FieldFrame>
      <div ref={frame} className={styles.field}>
        <PresetSelect
          presets={presets.filter(
            ({ provider: { type } }) => !fixed || type === fixed,
          )}
          formData={formData}
          onChange={onChange}
        />
        {!fixed && (
          <RadioGroup
            label={t('provider.type')}
            orientation="horizontal"
            value={formData.type ?? ''}
            // The other type's values mean nothing any more.
            onChange={type =>
              onChange({ type: type as ProviderFormData['type'] })
            }
          >
            <Radio value="GENERIC">{t('provider.generic')}</Radio>
            <Radio value="MICROSOFT">{t('provider.microsoft')}</Radio>
          </RadioGroup>
        )}
        {formData.type === 'GENERIC' && (
          <>
            <ProblemTextField
              label={t('provider.issuer')}
              description={t('provider.issuerHint')}
              isRequired
              value={formData.issuer}
              problem={problems.get('issuer')}
              showAll={showAll}
              onChange={issuer => set({ issuer })}
            />
            <ProblemTextField
              label={t('provider.backendUrl')}
              description={t('provider.backendUrlHint')}
              value={formData.issuerBackendUrl}
              problem={problems.get('issuerBackendUrl')}
              showAll={showAll}
              onChange={issuerBackendUrl => set({ issuerBackendUrl })}
            />
          </>
        )}
        {formData.type === 'MICROSOFT' && (
          <>
            <ProblemTextField
              label={t('provider.tenantId')}
              description={t('provider.tenantIdHint')}
              isRequired
              value={formData.tenantId}
              problem={problems.get('tenantId')}
              showAll={showAll}
              onChange={tenantId => set({ tenantId })}
            />
            <Select
              label={t('provider.cloud')}
              options={Object.entries(clouds).map(([value, { title }]) => ({
                value,
                label: title,
              }))}
              value={formData.cloud ?? 'global'}
              onChange={cloud => set({ cloud: String(cloud) })}
            />
          </>
        )}
        <ProviderCheckResult
          state={check}
          provider={provider}
          onUseIssuer={issuer => set({ issuer })}
        />
      </div>
    </FieldFrame>
  );
}
