import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  CAMUNDA_VERSIONS,
  componentsOf,
  newestVersionWith,
} from 'backstage-plugin-camunda-identity-common/facts';
import { componentsSchema } from 'backstage-plugin-camunda-identity-common/schema';
import { useEffect, useState } from 'react';
import { FieldFrame } from '../../components/FieldFrame';
import { findComponentProblems } from '../problems';
import styles from '../fields.module.css';
import { useFocusFirstProblem } from '../focusFirstProblem';
import { ComponentBlock } from './ComponentBlock';
import { InstallationFields } from './InstallationFields';
import { initialValue, withValue, type ComponentsFormData } from './paths';
import {
  installationOf,
  withSuggestions,
  type Installation,
} from './suggestions';

type Props = FieldExtensionComponentProps<ComponentsFormData>;

/** The rest of the form, where this field follows from it. */
interface Neighbours {
  name?: string;
  camundaVersion?: string;
  format?: string;
  provider?: { type?: string };
}

function defaultsFrom(form: Neighbours): Installation {
  return {
    domain: '',
    layout: 'hosts',
    name: form.name ?? '',
    // Nobody who writes environment variables has to name a Kubernetes Secret.
    secrets: form.format === 'env' ? 'env' : 'kubernetes',
    kubernetesSecret: `${form.name || 'camunda'}-oidc`,
    idsComeLater: form.provider?.type === 'MICROSOFT',
  };
}

/** The components of a record, and the redirect URIs that follow from their URLs. */
export function ComponentsField(props: Props) {
  const { formContext, formData, onChange, rawErrors } = props;
  const form: Neighbours = formContext?.formData ?? {};
  const [installation, setInstallation] = useState(() =>
    installationOf(formData ?? {}, defaultsFrom(form)),
  );
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
    const next = {
      ...(!started && identity ? { identity: initialValue(identity) } : {}),
      ...Object.fromEntries(kept),
    };
    onChange(withSuggestions(next, components, installation, installation));
  }, [components, formData, installation, isStale, onChange, started]);

  const data = formData ?? {};
  const problems = findComponentProblems(componentsSchema, data);
  const refused = (rawErrors ?? []).length > 0;
  const frame = useFocusFirstProblem(refused);
  const set = (path: readonly string[], value: unknown) => {
    const next = withValue(data, path, value);
    // What is switched on comes filled in as far as the installation tells.
    onChange(
      path.length === 1
        ? withSuggestions(next, components, installation, installation)
        : next,
    );
  };
  const change = (after: Installation) => {
    setInstallation(after);
    onChange(withSuggestions(data, components, installation, after));
  };
  const switchAllOn = () => {
    const off = components.filter(({ key }) => data[key] === undefined);
    const next = {
      ...data,
      ...Object.fromEntries(off.map(entry => [entry.key, initialValue(entry)])),
    };
    onChange(withSuggestions(next, components, installation, installation));
  };
  return (
    <FieldFrame>
      <div ref={frame} className={styles.field}>
        <InstallationFields
          installation={installation}
          version={version}
          allOn={components.every(({ key }) => data[key] !== undefined)}
          onChange={change}
          onAll={switchAllOn}
        />
        {components.map(component => (
          <ComponentBlock
            key={component.key}
            component={component}
            data={data}
            problems={problems}
            showAll={refused}
            microsoft={form.provider?.type === 'MICROSOFT'}
            set={set}
          />
        ))}
      </div>
    </FieldFrame>
  );
}
