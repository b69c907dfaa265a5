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
import { findProblems } from '../problems';
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

  // Management Identity always takes part.
  useEffect(() => {
    const identity = components.find(({ key }) => key === 'identity');
    if (!started && identity)
      onChange({ ...formData, identity: initialValue(identity) });
  }, [components, formData, onChange, started]);

  const data = formData ?? {};
  const problems = findProblems(componentsSchema, data);
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
