import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  FieldFrame,
  findProblems,
  formOfPart,
  ProviderFields,
  useClouds,
  useFocusFirstProblem,
  type ProviderDraft,
} from 'backstage-plugin-camunda-identity-react/forms';
import { createProviderSchema } from 'backstage-plugin-camunda-identity-common/schema';
import { doubtsOfDraft } from '../draftDoubts';

type Props = FieldExtensionComponentProps<ProviderDraft>;

/** The provider of a record; asks it while the person types. */
export function ProviderField(props: Props) {
  const { formContext, formData = {}, onChange, rawErrors, uiSchema } = props;
  const clouds = useClouds();
  const refused = (rawErrors ?? []).length > 0;
  const frame = useFocusFirstProblem(refused);
  const form = formOfPart(
    'provider',
    formData,
    findProblems(createProviderSchema(Object.keys(clouds)), formData),
    refused,
    value => onChange(value as ProviderDraft),
  );
  return (
    <FieldFrame>
      <div ref={frame}>
        <ProviderFields
          form={{
            ...form,
            doubts: doubtsOfDraft({
              ...formContext?.formData,
              provider: formData,
            }),
          }}
          // A template for one kind of provider names it.
          fixedType={uiSchema?.['ui:options']?.type as ProviderDraft['type']}
        />
      </div>
    </FieldFrame>
  );
}
