import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  CAMUNDA_VERSIONS,
  componentsOf,
  newestVersionWith,
} from 'backstage-plugin-camunda-identity-common/facts';
import { componentsSchema } from 'backstage-plugin-camunda-identity-common/schema';
import {
  ComponentsFields,
  FieldFrame,
  findComponentProblems,
  formOfPart,
  initialValue,
  InstallationFields,
  installationOf,
  useFocusFirstProblem,
  withSuggestions,
  type ComponentsDraft,
  type Installation,
} from 'backstage-plugin-camunda-identity-react/forms';
import { useEffect, useState } from 'react';
import { doubtsOfDraft } from '../draftDoubts';

type Props = FieldExtensionComponentProps<ComponentsDraft>;

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
  const neighbours: Neighbours = formContext?.formData ?? {};
  const [installation, setInstallation] = useState(() =>
    installationOf(formData ?? {}, defaultsFrom(neighbours)),
  );
  const version =
    CAMUNDA_VERSIONS.find(entry => entry === neighbours.camundaVersion) ??
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
  const refused = (rawErrors ?? []).length > 0;
  const frame = useFocusFirstProblem(refused);
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
      <div ref={frame}>
        <FieldFrame>
          <InstallationFields
            installation={installation}
            version={version}
            allOn={components.every(({ key }) => data[key] !== undefined)}
            onChange={change}
            onAll={switchAllOn}
          />
          <ComponentsFields
            form={{
              ...formOfPart(
                'components',
                data,
                findComponentProblems(componentsSchema, data),
                refused,
                value => onChange(value as ComponentsDraft),
              ),
              doubts: doubtsOfDraft({ ...neighbours, components: data }),
            }}
            version={version}
            providerType={
              neighbours.provider?.type === 'MICROSOFT'
                ? 'MICROSOFT'
                : 'GENERIC'
            }
            installation={installation}
          />
        </FieldFrame>
      </div>
    </FieldFrame>
  );
}
