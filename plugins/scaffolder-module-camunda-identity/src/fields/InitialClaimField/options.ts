import { initialClaimSchema } from 'backstage-plugin-camunda-identity-common/schema';
import type { FieldOptions } from '../FieldOptions';
import { addProblems, findProblems } from '../problems';
import { InitialClaimField } from './InitialClaimField';

export const initialClaimField: FieldOptions = {
  name: 'CamundaIdentityInitialClaim',
  component: InitialClaimField,
  validation(value, validation) {
    addProblems(findProblems(initialClaimSchema, value), validation);
  },
};
