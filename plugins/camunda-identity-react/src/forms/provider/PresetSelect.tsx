import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Select, Text } from '@backstage/ui';
import type { ProviderPresetAnswer } from 'backstage-plugin-camunda-identity-common/client';
import { withoutEmpty } from 'backstage-plugin-camunda-identity-common/schema';
import { useEffect, useRef } from 'react';
import { camundaIdentityFormsTranslationRef } from '../translation';
import type { ProviderDraft } from './ProviderDraft';

/** Not a valid name of a preset. */
const OTHER = ':other';

/** True if a form contains exactly the values of a preset. */
export function isPreset(draft: object, { provider }: ProviderPresetAnswer) {
  const entered = withoutEmpty(draft) as Record<string, unknown>;
  const wanted = Object.entries(provider);
  return (
    Object.keys(entered).length === wanted.length &&
    wanted.every(
      ([key, value]) => JSON.stringify(entered[key]) === JSON.stringify(value),
    )
  );
}

/** Chooses one of the providers that the platform team has set up; an untouched form starts with the default. */
export function PresetSelect(props: {
  presets: ProviderPresetAnswer[];
  value: ProviderDraft;
  isRefused: boolean;
  onChange(provider: ProviderDraft): void;
}) {
  const { presets, value, onChange } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const offered = useRef(false);
  const byDefault = presets.find(entry => entry.default);
  useEffect(() => {
    if (offered.current || !byDefault) return;
    offered.current = true;
    if (!value.type) onChange(byDefault.provider);
  }, [byDefault, value, onChange]);
  if (presets.length === 0) return null;

  const chosen = presets.find(preset => isPreset(value, preset));
  return (
    <div>
      <Select
        label={t('provider.preset')}
        description={chosen?.description}
        // Native validation would block the form while the previous answer is still shown.
        validationBehavior="aria"
        isInvalid={props.isRefused && !value.type}
        options={[
          ...presets.map(({ name, title }) => ({ value: name, label: title })),
          { value: OTHER, label: t('provider.otherPreset') },
        ]}
        value={chosen?.name ?? (value.type ? OTHER : null)}
        onChange={name =>
          onChange(
            presets.find(preset => preset.name === name)?.provider ?? {
              type: 'GENERIC',
            },
          )
        }
      />
      {chosen?.docsUrl && (
        <Text variant="body-small">
          <Link href={chosen.docsUrl} target="_blank">
            {t('provider.presetDocs')}
          </Link>
        </Text>
      )}
    </div>
  );
}
