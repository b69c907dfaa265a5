import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { componentsSchema } from 'backstage-plugin-camunda-identity-common/schema';
import { addProblems, findComponentProblems } from '../problems';
import { ComponentsField } from './ComponentsField';

export const componentsFormField = createFormField({
  name: 'CamundaIdentityComponents',
  component: ComponentsField,
  validation(value, validation) {
    addProblems(findComponentProblems(componentsSchema, value), validation);
  },
});
