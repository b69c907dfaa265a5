import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, Switch, Text } from '@backstage/ui';
import type { ComponentFacts } from 'backstage-plugin-camunda-identity-common/facts';
import { ProblemTextField } from '../../components/ProblemTextField';
import { camundaIdentityFieldsTranslationRef } from '../../translation';
import styles from '../fields.module.css';
import { ClientFields, type BlockProps } from './ClientFields';
import { initialValue, urlPath, valueAt } from './paths';

const ADMIN_USERS = ['orchestration', 'adminUsers'];

/** Names separated by commas; what follows the last comma is still being typed. */
function listOf(text: string | undefined): string[] | undefined {
  return text?.split(',').map(name => name.trimStart());
}

/** One component of Camunda: whether the team runs it, and its applications at the provider. */
export function ComponentBlock(
  props: BlockProps & { component: ComponentFacts },
) {
  const { component, data, problems, set, showAll } = props;
  const { t } = useTranslationRef(camundaIdentityFieldsTranslationRef);
  const isOn = data[component.key] !== undefined;
  const url = urlPath(component);
  const urlValue = url && valueAt(data, url);
  return (
    <section className={styles.block} aria-label={component.title}>
      <div className={styles.blockHead}>
        {component.key === 'identity' ? (
          <Text weight="bold">{component.title}</Text>
        ) : (
          <Switch
            label={component.title}
            isSelected={isOn}
            onChange={on =>
              set([component.key], on ? initialValue(component) : undefined)
            }
          />
        )}
        <Text color="secondary" variant="body-small">
          {component.purpose}
        </Text>
      </div>
      {isOn && (
        <div className={styles.field}>
          {component.key === 'connectors' && (
            <Select
              label={t('components.connectorsMode')}
              options={[
                { value: 'inbound', label: t('components.inbound') },
                { value: 'outbound', label: t('components.outbound') },
              ]}
              value={String(valueAt(data, ['connectors', 'mode']) ?? '')}
              onChange={mode => set(['connectors', 'mode'], mode)}
            />
          )}
          {url && (
            <ProblemTextField
              label={`${component.title} ${t('components.url')}`}
              description={t('components.urlHint')}
              isRequired
              value={urlValue as string | undefined}
              problem={problems.get(url.join('.'))}
              showAll={showAll}
              onChange={value => set(url, value)}
            />
          )}
          {component.key === 'orchestration' && (
            <ProblemTextField
              label={t('components.adminUsers')}
              description={t('components.adminUsersHint')}
              value={(
                (valueAt(data, ADMIN_USERS) as string[] | undefined) ?? []
              ).join(', ')}
              problem={problems.get(ADMIN_USERS.join('.'))}
              showAll={showAll}
              onChange={text => set(ADMIN_USERS, listOf(text))}
            />
          )}
          {component.clients.map(facts => (
            <ClientFields
              key={facts.key}
              {...props}
              facts={facts}
              // A URL that is refused has no redirect URI to copy.
              url={url && problems.has(url.join('.')) ? undefined : urlValue}
              titled={component.clients.length > 1}
            />
          ))}
        </div>
      )}
    </section>
  );
}
