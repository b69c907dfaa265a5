import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, Switch, Text } from '@backstage/ui';
import type { ComponentFacts } from 'backstage-plugin-camunda-identity-common/facts';
import { Problem } from '../fields/Problem';
import { RecordTextField } from '../fields/RecordTextField';
import { initialValue, urlPath, valueAt } from '../paths';
import { camundaIdentityFormsTranslationRef } from '../translation';
import styles from '../forms.module.css';
import { ClientFields, type BlockProps } from './ClientFields';
import { MoreFields } from './MoreFields';

/** One component of Camunda: whether the team runs it, and its applications at the provider. */
export function ComponentBlock(
  props: BlockProps & { component: ComponentFacts },
) {
  const { component, form, version } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const path = `components.${component.key}`;
  const isOn = valueAt(form.data, path) !== undefined;
  const url = urlPath(component);
  const urlValue = url && valueAt(form.data, url);
  return (
    <section className={styles.block} aria-label={component.title}>
      <div className={styles.blockHead} data-field={isOn ? undefined : path}>
        {component.key === 'identity' ? (
          <Text weight="bold">{component.title}</Text>
        ) : (
          <Switch
            label={component.title}
            isSelected={isOn}
            onChange={on =>
              form.set(path, on ? initialValue(component) : undefined)
            }
          />
        )}
        <Text color="secondary" variant="body-small">
          {component.purpose}
        </Text>
      </div>
      <Problem form={form} path={path} />
      {isOn && (
        <div className={styles.field}>
          {component.key === 'connectors' && (
            <div data-field={`${path}.mode`}>
              <Select
                label={t('components.connectorsMode')}
                options={[
                  { value: 'inbound', label: t('components.inbound') },
                  { value: 'outbound', label: t('components.outbound') },
                ]}
                value={String(valueAt(form.data, `${path}.mode`) ?? '')}
                onChange={mode => form.set(`${path}.mode`, mode)}
              />
            </div>
          )}
          {url && (
            <RecordTextField
              form={form}
              path={url}
              label={`${component.title} ${t('components.url')}`}
              description={t('components.urlHint')}
              isRequired
            />
          )}
          {component.key === 'orchestration' && (
            <RecordTextField
              form={form}
              path={`${path}.adminUsers`}
              label={t('components.adminUsers')}
              description={t('components.adminUsersHint')}
              isList
            />
          )}
          {component.clients.map(facts => (
            <ClientFields
              key={facts.key}
              {...props}
              facts={facts}
              // An invalid URL has no redirect URI to copy.
              url={url && form.problems.has(url) ? undefined : urlValue}
              titled={component.clients.length > 1}
            />
          ))}
          <MoreFields form={form} component={component} version={version} />
        </div>
      )}
    </section>
  );
}
