import { initialClaimSchema } from 'backstage-plugin-camunda-identity-common/schema';
import {
  addProblems,
  findProblems,
} from 'backstage-plugin-camunda-identity-react/forms';
import type { FieldOptions } from '../FieldOptions';
import { InitialClaimField } from './InitialClaimField';

export const initialClaimField: FieldOptions = {
  name: 'CamundaIdentityInitialClaim',
  component: InitialClaimField,
  validation(value, validation) {
    addProblems(findProblems(initialClaimSchema, value), validation);
  },
};
