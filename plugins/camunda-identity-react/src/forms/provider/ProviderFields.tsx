import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, Select } from '@backstage/ui';
import { withoutEmpty } from 'backstage-plugin-camunda-identity-common/schema';
import { useEffect } from 'react';
import type { FormState } from '../FormState';
import { Disclosure } from '../fields/Disclosure';
import { Doubts } from '../fields/Doubts';
import { Problem } from '../fields/Problem';
import { RecordTextField } from '../fields/RecordTextField';
import { valueAt } from '../paths';
import { camundaIdentityFormsTranslationRef } from '../translation';
import styles from '../forms.module.css';
import { isPreset, PresetSelect } from './PresetSelect';
import { ProviderCheckResult } from './ProviderCheckResult';
import type { ProviderDraft } from './ProviderDraft';
import { useClouds } from './useClouds';
import { usePresets } from './usePresets';
import { useProviderCheck } from './useProviderCheck';

const ENDPOINTS = ['authUrl', 'tokenUrl', 'jwksUrl'] as const;

/** True if nothing below a provider is invalid. */
function isComplete(form: FormState): boolean {
  return ![...form.problems.keys()].some(path => path.startsWith('provider'));
}

/**
 * The provider of a record, which is checked while the user types.
 *
 * @param props - `fixedType`: a form for one kind of provider; `known`: the provider when the form was opened, which needs no check
 *
 * @public
 */
export function ProviderFields(props: {
  form: FormState;
  fixedType?: ProviderDraft['type'];
  known?: object;
}) {
  const { form, fixedType, known } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const clouds = useClouds();
  const presets = usePresets();
  const draft = (valueAt(form.data, 'provider') ?? {}) as ProviderDraft;
  const entered = withoutEmpty(draft) as object;
  const isKnown = JSON.stringify(known) === JSON.stringify(entered);
  const provider = isComplete(form) && !isKnown ? entered : undefined;
  const check = useProviderCheck(provider);
  const set = (value: ProviderDraft) => form.set('provider', value);
  useEffect(() => {
    if (fixedType && draft.type !== fixedType) set({ type: fixedType });
  });
  // Values from a preset belong to that preset only.
  const chosen = presets.find(preset => isPreset(draft, preset));
  const own: FormState = {
    ...form,
    set: (path, value) => {
      const key = path.slice('provider.'.length);
      const { type, issuer, issuerBackendUrl, tenantId, cloud } = draft;
      const before = chosen
        ? { type, issuer, issuerBackendUrl, tenantId, cloud }
        : draft;
      set({ ...before, [key]: value });
    },
  };
  const field = (
    key: keyof ProviderDraft,
    label: string,
    options: { description?: string; isRequired?: boolean } = {},
  ) => (
    <RecordTextField
      key={key}
      form={own}
      path={`provider.${key}`}
      label={label}
      isList={key === 'scopes'}
      {...options}
    />
  );
  const more =
    draft.type === 'GENERIC'
      ? ([...ENDPOINTS, 'scopes'] as const)
      : (['scopes'] as const);
  return (
    <div className={styles.field} data-field="provider">
      <PresetSelect
        presets={presets.filter(
          ({ provider: { type } }) => !fixedType || type === fixedType,
        )}
        value={draft}
        isRefused={form.showAll}
        onChange={set}
      />
      {!fixedType && (
        <RadioGroup
          label={t('provider.type')}
          orientation="horizontal"
          value={draft.type ?? ''}
          validationBehavior="aria"
          isInvalid={form.showAll && !draft.type}
          // Values of the other type no longer apply.
          onChange={type => set({ type: type as ProviderDraft['type'] })}
        >
          <Radio value="GENERIC">{t('provider.generic')}</Radio>
          <Radio value="MICROSOFT">{t('provider.microsoft')}</Radio>
        </RadioGroup>
      )}
      {form.showAll && !draft.type && (
        <p className={styles.problem}>{t('provider.missing')}</p>
      )}
      <Problem form={form} path="provider" />
      <Doubts form={form} path="provider" />
      {draft.type === 'GENERIC' && (
        <>
          {field('issuer', t('provider.issuer'), {
            description: t('provider.issuerHint'),
            isRequired: true,
          })}
          {field('issuerBackendUrl', t('provider.backendUrl'), {
            description: t('provider.backendUrlHint'),
          })}
        </>
      )}
      {draft.type === 'MICROSOFT' && (
        <>
          {field('tenantId', t('provider.tenantId'), {
            description: t('provider.tenantIdHint'),
            isRequired: true,
          })}
          <div data-field="provider.cloud">
            <Select
              label={t('provider.cloud')}
              options={Object.entries(clouds).map(([value, { title }]) => ({
                value,
                label: title,
              }))}
              value={draft.cloud ?? 'global'}
              onChange={cloud => own.set('provider.cloud', String(cloud))}
            />
            <Problem form={form} path="provider.cloud" />
          </div>
        </>
      )}
      {draft.type && (
        <Disclosure
          form={form}
          summary={t('more.title')}
          paths={more.map(key => `provider.${key}`)}
        >
          <div className={styles.grid}>
            {more.map(key =>
              field(key, t(`provider.${key}`), {
                description: t(`provider.${key}Hint`),
              }),
            )}
          </div>
        </Disclosure>
      )}
      <ProviderCheckResult
        state={check}
        provider={provider}
        onUseIssuer={issuer => own.set('provider.issuer', issuer)}
      />
    </div>
  );
}
