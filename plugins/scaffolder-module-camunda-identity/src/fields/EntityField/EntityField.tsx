import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  EntityPicker,
  FieldFrame,
  useFocusFirstProblem,
} from 'backstage-plugin-camunda-identity-react/forms';

type Props = FieldExtensionComponentProps<string>;

/** The catalog entity that runs Camunda: one of those that the person owns. */
export function EntityField(props: Props) {
  const { formData, onChange, rawErrors } = props;
  const refused = (rawErrors ?? []).length > 0;
  const frame = useFocusFirstProblem(refused);
  return (
    <FieldFrame>
      <div ref={frame}>
        <EntityPicker
          value={formData || undefined}
          refused={refused}
          // What is missing is told by this field, and not by the schema, which has only its own words.
          onChange={ref => onChange(ref ?? '')}
        />
      </div>
    </FieldFrame>
  );
}
