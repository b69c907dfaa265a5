import type { FieldOptions } from '../FieldOptions';
import { ClientField } from './ClientField';

export const clientField: FieldOptions<string> = {
  name: 'CamundaIdentityClient',
  component: ClientField,
  validation(value, validation) {
    if (!value) validation.addError('choose an application');
  },
};
