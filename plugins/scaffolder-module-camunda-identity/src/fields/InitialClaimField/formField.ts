import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { initialClaimSchema } from 'backstage-plugin-camunda-identity-common/schema';
import { addProblems, findProblems } from '../problems';
import { InitialClaimField } from './InitialClaimField';

export const initialClaimFormField = createFormField({
  name: 'CamundaIdentityInitialClaim',
  component: InitialClaimField,
  validation(value, validation) {
    addProblems(findProblems(initialClaimSchema, value), validation);
  },
});
