import { componentsSchema } from 'backstage-plugin-camunda-identity-common/schema';
import {
  addProblems,
  findComponentProblems,
} from 'backstage-plugin-camunda-identity-react/forms';
import type { FieldOptions } from '../FieldOptions';
import { ComponentsField } from './ComponentsField';

export const componentsField: FieldOptions = {
  name: 'CamundaIdentityComponents',
  component: ComponentsField,
  validation(value, validation) {
    addProblems(findComponentProblems(componentsSchema, value), validation);
  },
};
