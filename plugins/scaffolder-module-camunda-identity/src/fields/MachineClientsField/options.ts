import { machineClientsSchema } from 'backstage-plugin-camunda-identity-common/schema';
import {
  addProblems,
  findProblems,
} from 'backstage-plugin-camunda-identity-react/forms';
import type { FieldOptions } from '../FieldOptions';
import { MachineClientsField } from './MachineClientsField';

export const machineClientsField: FieldOptions = {
  name: 'CamundaIdentityMachineClients',
  component: MachineClientsField,
  validation(value, validation) {
    addProblems(findProblems(machineClientsSchema, value ?? []), validation);
  },
};
