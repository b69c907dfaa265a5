import { parseEntityRef } from '@backstage/catalog-model';
import type { FieldOptions } from '../FieldOptions';
import { EntityField } from './EntityField';

function isReference(value: unknown): boolean {
  try {
    parseEntityRef(String(value));
    return true;
  } catch {
    return false;
  }
}

export const entityField: FieldOptions<string> = {
  name: 'CamundaIdentityEntity',
  component: EntityField,
  validation(value, validation) {
    if (!value) validation.addError('choose the system that runs Camunda');
    else if (!isReference(value))
      validation.addError(
        'enter a reference such as system:default/payments-camunda',
      );
  },
};
