import { nameProblem } from '../NameField/nameUse';
import type { FieldOptions } from '../FieldOptions';
import { ConnectionField } from './ConnectionField';

export const connectionField: FieldOptions<string> = {
  name: 'CamundaIdentityConnection',
  component: ConnectionField,
  validation(value, validation) {
    if (!value) validation.addError('choose a connection');
    else if (nameProblem(value))
      validation.addError('enter the name of a connection');
  },
};
