import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { initialClaimSchema } from 'backstage-plugin-camunda-identity-common/schema';
import {
  FieldFrame,
  findProblems,
  formOfPart,
  InitialClaimFields,
  useFocusFirstProblem,
} from 'backstage-plugin-camunda-identity-react/forms';
import { doubtsOfDraft } from '../draftDoubts';

/** As much of an initial claim as has been typed. */
export interface InitialClaimFormData {
  name?: string;
  value?: string;
}

type Props = FieldExtensionComponentProps<InitialClaimFormData>;

/** The initial claim, under the warning that it is applied once. */
export function InitialClaimField(props: Props) {
  const { formContext, formData = {}, onChange, rawErrors } = props;
  const neighbours = formContext?.formData ?? {};
  // oid is a claim of Entra’s; every provider issues sub (OpenID Connect Core 1.0 section 2).
  const byDefault = neighbours.provider?.type === 'MICROSOFT' ? 'oid' : 'sub';
  const refused = (rawErrors ?? []).length > 0;
  const frame = useFocusFirstProblem(refused);
  const part = formOfPart(
    'initialClaim',
    formData,
    findProblems(initialClaimSchema, formData),
    refused,
    // The suggested name is taken over with the first value.
    value => onChange({ name: byDefault, ...(value as InitialClaimFormData) }),
  );
  const record = { ...neighbours, initialClaim: formData };
  return (
    <FieldFrame>
      <div ref={frame}>
        <InitialClaimFields
          form={{ ...part, data: record, doubts: doubtsOfDraft(record) }}
          byDefault={byDefault}
        />
      </div>
    </FieldFrame>
  );
}
