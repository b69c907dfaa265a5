import {
  componentsOf,
  type CamundaVersion,
  type ProviderType,
} from 'backstage-plugin-camunda-identity-common/facts';
import type { FormState } from '../FormState';
import { Doubts } from '../fields/Doubts';
import { valueAt } from '../paths';
import styles from '../forms.module.css';
import { ComponentBlock } from './ComponentBlock';
import {
  withSuggestions,
  type ComponentsDraft,
  type Installation,
} from './suggestions';

/**
 * The components of a record, and the redirect URIs that follow from their URLs.
 *
 * @param props - `installation`: from which a component is prefilled when it is switched on
 *
 * @public
 */
export function ComponentsFields(props: {
  form: FormState;
  version: CamundaVersion;
  providerType: ProviderType;
  installation: Installation;
}) {
  const { form, version, providerType, installation } = props;
  const components = componentsOf(version);
  const data = (valueAt(form.data, 'components') ?? {}) as ComponentsDraft;
  const own: FormState = {
    ...form,
    set: (path, value) => {
      const [, key, ...rest] = path.split('.');
      const switchedOn = rest.length === 0 && value !== undefined;
      if (!switchedOn) {
        form.set(path, value);
        return;
      }
      const filled = withSuggestions(
        { [key]: value },
        components,
        installation,
        installation,
      );
      form.set(path, data[key] === undefined ? filled[key] : value);
    },
  };
  return (
    <div className={styles.field}>
      <Doubts form={form} path="components" />
      {components.map(component => (
        <ComponentBlock
          key={component.key}
          component={component}
          form={own}
          version={version}
          providerType={providerType}
        />
      ))}
    </div>
  );
}
