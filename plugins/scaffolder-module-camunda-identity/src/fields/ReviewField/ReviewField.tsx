import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  CAMUNDA_VERSIONS,
  componentsOf,
  redirectUris,
  type ClientFacts,
} from 'backstage-plugin-camunda-identity-common/facts';
import {
  camundaIdentityFormsTranslationRef,
  clientPath,
  FieldFrame,
  valueAt,
} from 'backstage-plugin-camunda-identity-react/forms';
import styles from './ReviewField.module.css';

type Props = FieldExtensionComponentProps<null>;

function text(data: unknown, path: string): string {
  const value = valueAt(data, path);
  return value === undefined || value === '' ? '–' : String(value);
}

function secretOf(data: unknown, facts: ClientFacts): string | undefined {
  const path = `${clientPath(facts.key)}.secret`;
  const kubernetes = valueAt(data, `${path}.kubernetesSecret`);
  if (kubernetes)
    return `${text(kubernetes, 'name')} / ${text(kubernetes, 'key')}`;
  const variable = valueAt(data, `${path}.env.name`);
  return variable === undefined ? undefined : String(variable);
}

/** What was entered, as the card will show it. */
export function ReviewField(props: Props) {
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const form = props.formContext?.formData ?? {};
  const version = CAMUNDA_VERSIONS.find(entry => entry === form.camundaVersion);
  const clients = (version ? componentsOf(version) : [])
    .filter(({ key }) => form.components?.[key] !== undefined)
    .flatMap(({ clients: own, key }) =>
      own.map(facts => ({ facts, url: form.components[key].url })),
    );
  const { provider = {}, initialClaim = {} } = form;
  const machines: Array<{ name?: string; clientId?: string }> =
    form.machineClients ?? [];
  const summary: Array<[string, string]> = [
    [t('entity.label'), text(form, 'entityRef')],
    [t('name.label'), text(form, 'name')],
    ['Camunda', text(form, 'camundaVersion')],
    [
      t('provider.preset'),
      provider.type === 'MICROSOFT'
        ? `${t('provider.microsoft')}, ${text(provider, 'tenantId')}`
        : text(provider, 'issuer'),
    ],
    [
      t('initialClaim.label'),
      `${text(initialClaim, 'name')}: ${text(initialClaim, 'value')}`,
    ],
  ];
  return (
    <FieldFrame>
      <dl className={styles.summary}>
        {summary.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className={styles.clients} aria-label={t('review.applications')}>
        {clients.map(({ facts, url }) => (
          <li key={facts.key}>
            <Text weight="bold">{facts.title}</Text>{' '}
            <Text color="secondary" variant="body-small">
              {t(`components.${facts.clientType}`)}
            </Text>
            <div>
              {t('components.clientId')}:{' '}
              <code>{text(form, `${clientPath(facts.key)}.clientId`)}</code>
            </div>
            {redirectUris(facts, URL.canParse(url ?? '') ? url : undefined).map(
              uri => (
                <div key={uri}>
                  {t('review.redirectUri')}: <code>{uri}</code>
                </div>
              ),
            )}
            {facts.grantTypes.length > 0 && (
              <div>
                {t('review.grantTypes')}: {facts.grantTypes.join(', ')}
              </div>
            )}
            {secretOf(form, facts) && (
              <div>
                {t('review.secret')}: <code>{secretOf(form, facts)}</code>
              </div>
            )}
          </li>
        ))}
        {machines.map(({ name, clientId }, n) => (
          <li key={n}>
            <Text weight="bold">{name}</Text>{' '}
            <Text color="secondary" variant="body-small">
              {t('review.machine')}
            </Text>
            <div>
              {t('components.clientId')}: <code>{clientId}</code>
            </div>
          </li>
        ))}
      </ul>
    </FieldFrame>
  );
}
