import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  CAMUNDA_VERSIONS,
  componentsOf,
  newestVersionWith,
} from 'backstage-plugin-camunda-identity-common/facts';
import { componentsSchema } from 'backstage-plugin-camunda-identity-common/schema';
import { useEffect } from 'react';
import { FieldFrame } from '../../components/FieldFrame';
import { camundaIdentityFieldsTranslationRef } from '../../translation';
import { findComponentProblems } from '../problems';
import { ComponentBlock } from './ComponentBlock';
import { initialValue, withValue, type ComponentsFormData } from './paths';

type Props = FieldExtensionComponentProps<ComponentsFormData>;

/** The rest of the form, where this field follows from it. */
interface Neighbours {
  camundaVersion?: string;
  provider?: { type?: string };
}

/** The components of a record, and the redirect URIs that follow from their URLs. */
export function ComponentsField(props: Props) {
  const { formContext, formData, onChange, rawErrors } = props;
  const { t } = useTranslationRef(camundaIdentityFieldsTranslationRef);
  const form: Neighbours = formContext?.formData ?? {};
  const version =
    CAMUNDA_VERSIONS.find(entry => entry === form.camundaVersion) ??
    newestVersionWith(Object.keys(formData ?? {}));
  const components = componentsOf(version);
  const started = formData?.identity !== undefined;
  const known = new Set<string>(components.map(({ key }) => key));
  const isStale = Object.keys(formData ?? {}).some(key => !known.has(key));

  // Management Identity always takes part; what another version had is not shown, so it must not stay.
  useEffect(() => {
    const identity = components.find(({ key }) => key === 'identity');
    if (started && !isStale) return;
    const kept = components.flatMap(({ key }) =>
      formData?.[key] === undefined ? [] : [[key, formData[key]]],
    );
    onChange({
      ...(!started && identity ? { identity: initialValue(identity) } : {}),
      ...Object.fromEntries(kept),
    });
  }, [components, formData, isStale, onChange, started]);

  const data = formData ?? {};
  const problems = findComponentProblems(componentsSchema, data);
  return (
    <FieldFrame>
      <Text as="p" color="secondary">
        {t('components.reference')}
      </Text>
      {components.map(component => (
        <ComponentBlock
          key={component.key}
          component={component}
          data={data}
          problems={problems}
          showAll={(rawErrors ?? []).length > 0}
          microsoft={form.provider?.type === 'MICROSOFT'}
          set={(path, value) => onChange(withValue(data, path, value))}
        />
      ))}
    </FieldFrame>
  );
}
