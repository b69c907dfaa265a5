import { componentsSchema } from 'backstage-plugin-camunda-identity-common/schema';
import type { FieldOptions } from '../FieldOptions';
import { addProblems, findComponentProblems } from '../problems';
import { ComponentsField } from './ComponentsField';

export const componentsField: FieldOptions = {
  name: 'CamundaIdentityComponents',
  component: ComponentsField,
  validation(value, validation) {
    addProblems(findComponentProblems(componentsSchema, value), validation);
  },
};
