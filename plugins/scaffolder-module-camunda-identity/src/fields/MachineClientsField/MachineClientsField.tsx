import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  CAMUNDA_VERSIONS,
  newestVersionWith,
} from 'backstage-plugin-camunda-identity-common/facts';
import { machineClientsSchema } from 'backstage-plugin-camunda-identity-common/schema';
import {
  camundaIdentityFormsTranslationRef,
  FieldFrame,
  findProblems,
  formOfPart,
  MachineClientsFields,
  useFocusFirstProblem,
} from 'backstage-plugin-camunda-identity-react/forms';

type Props = FieldExtensionComponentProps<unknown[]>;

/** Programs of the team's own that call Camunda; most records begin without. */
export function MachineClientsField(props: Props) {
  const { formContext, formData = [], onChange, rawErrors } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const { camundaVersion, components, provider } = formContext?.formData ?? {};
  const version =
    CAMUNDA_VERSIONS.find(entry => entry === camundaVersion) ??
    newestVersionWith(Object.keys(components ?? {}));
  const refused = (rawErrors ?? []).length > 0;
  const frame = useFocusFirstProblem(refused);
  return (
    <FieldFrame>
      <section ref={frame} aria-label={t('machine.title')}>
        <Text as="p" weight="bold">
          {t('machine.title')}
        </Text>
        <MachineClientsFields
          form={formOfPart(
            'machineClients',
            formData,
            findProblems(machineClientsSchema, formData),
            refused,
            value => {
              // The last one was removed: nothing is registered.
              const clients = value as unknown[];
              onChange(clients?.length > 0 ? clients : undefined);
            },
          )}
          version={version}
          providerType={
            provider?.type === 'MICROSOFT' ? 'MICROSOFT' : 'GENERIC'
          }
        />
      </section>
    </FieldFrame>
  );
}
