import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, Switch, Text } from '@backstage/ui';
import {
  findClient,
  redirectUris,
  type CamundaVersion,
  type ComponentFacts,
} from 'backstage-plugin-camunda-identity-common/facts';
import { CopyableText } from 'backstage-plugin-camunda-identity-react';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './Edit.module.css';
import { Field, type FormState } from './Field';
import { fieldsOf, initialValue } from './fields';
import { valueAt } from './mergePatch';

/** The redirect URIs that follow from a component's URL, to be registered. */
function Register(props: {
  form: FormState;
  component: ComponentFacts;
  version: CamundaVersion;
}) {
  const { form, component, version } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const path = `components.${component.key}.url`;
  const url = valueAt(form.draft, path);
  if (
    typeof url !== 'string' ||
    !URL.canParse(url) ||
    form.validation.problems.has(path)
  )
    return null;
  return (
    <div className={styles.register}>
      {component.clients.flatMap(({ key, title }) => {
        const facts = findClient(key, version);
        return (facts ? redirectUris(facts, url) : []).map(uri => (
          <div key={`${key} ${uri}`}>
            {t('setup.register')}{' '}
            <CopyableText
              text={uri}
              label={t('clients.copyRedirectUri', { title })}
            />
          </div>
        ));
      })}
    </div>
  );
}

/** One component of Camunda: whether the team runs it, and its applications at the provider. */
export function ComponentFields(props: {
  form: FormState;
  component: ComponentFacts;
  version: CamundaVersion;
}) {
  const { form, component, version } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const path = `components.${component.key}`;
  const on = valueAt(form.draft, path) !== undefined;
  return (
    <fieldset className={styles.block}>
      <legend className={styles.legend}>{component.title}</legend>
      <div className={styles.blockHead}>
        {component.key !== 'identity' && (
          <Switch
            label={t('edit.uses', { title: component.title })}
            isSelected={on}
            onChange={next =>
              form.set(path, next ? initialValue(component) : undefined)
            }
          />
        )}
        <span className={styles.soft}>{component.purpose}</span>
      </div>
      {form.validation.problems.get(path) && (
        <p className={styles.problem}>{form.validation.problems.get(path)}</p>
      )}
      {on && component.key === 'connectors' && (
        <Select
          label={t('edit.mode')}
          options={[
            { value: 'inbound', label: t('edit.inbound') },
            { value: 'outbound', label: t('edit.outbound') },
          ]}
          value={String(valueAt(form.draft, `${path}.mode`) ?? 'inbound')}
          onChange={mode => form.set(`${path}.mode`, mode)}
        />
      )}
      {on &&
        fieldsOf(component, form.draft).map((group, index) => (
          <div key={index}>
            {group.title && (
              <Text as="p" weight="bold">
                {group.title}
              </Text>
            )}
            <div className={styles.grid}>
              {group.fields.map(field => (
                <Field
                  key={field.path}
                  form={form}
                  path={field.path}
                  label={`${group.title ?? component.title}: ${t(
                    `edit.field.${field.label}`,
                  )}`}
                  isRequired={field.required}
                />
              ))}
            </div>
          </div>
        ))}
      {on && <Register form={form} component={component} version={version} />}
    </fieldset>
  );
}
