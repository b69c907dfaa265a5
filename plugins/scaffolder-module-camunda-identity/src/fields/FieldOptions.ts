import type {
  CustomFieldValidator,
  FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';

/** A form field, as both frontend systems take it. */
export interface FieldOptions<T = any> {
  /** What `ui:field` of a template names. */
  name: string;
  component: (props: FieldExtensionComponentProps<T>) => JSX.Element | null;
  validation: CustomFieldValidator<T>;
}
