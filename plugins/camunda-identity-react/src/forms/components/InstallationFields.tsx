import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Radio, RadioGroup, TextField } from '@backstage/ui';
import { camundaIdentityFormsTranslationRef } from '../translation';
import styles from '../forms.module.css';
import type { Installation, Layout, SecretSource } from './suggestions';

/**
 * Asked once for all components, to suggest URLs, client IDs and secrets.
 *
 * @public
 */
export function InstallationFields(props: {
  installation: Installation;
  version: string;
  allOn: boolean;
  onChange(installation: Installation): void;
  onAll(): void;
}) {
  const { installation, version, allOn, onChange, onAll } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const set = (change: Partial<Installation>) =>
    onChange({ ...installation, ...change });
  return (
    <section className={styles.block} aria-label={t('installation.title')}>
      <TextField
        label={t('installation.domain')}
        description={t('installation.domainHint')}
        placeholder="camunda.example.com"
        value={installation.domain}
        onChange={domain => set({ domain })}
      />
      <RadioGroup
        label={t('installation.layout')}
        orientation="horizontal"
        value={installation.layout}
        onChange={layout => set({ layout: layout as Layout })}
      >
        <Radio value="hosts">{t('installation.hosts')}</Radio>
        <Radio value="paths">{t('installation.paths')}</Radio>
      </RadioGroup>
      <RadioGroup
        label={t('installation.secrets')}
        description={t('components.reference')}
        orientation="horizontal"
        value={installation.secrets}
        onChange={secrets => set({ secrets: secrets as SecretSource })}
      >
        <Radio value="kubernetes">{t('installation.kubernetes')}</Radio>
        <Radio value="env">{t('installation.env')}</Radio>
        <Radio value="later">{t('installation.later')}</Radio>
      </RadioGroup>
      {installation.secrets === 'kubernetes' && (
        <TextField
          label={t('installation.kubernetesSecret')}
          value={installation.kubernetesSecret}
          onChange={kubernetesSecret => set({ kubernetesSecret })}
        />
      )}
      {!allOn && (
        <div>
          <Button variant="secondary" onPress={onAll}>
            {t('installation.all', { version })}
          </Button>
        </div>
      )}
    </section>
  );
}
