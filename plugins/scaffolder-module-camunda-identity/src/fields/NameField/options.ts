import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { createApiClient } from 'backstage-plugin-camunda-identity-react/forms';
import type { FieldOptions } from '../FieldOptions';
import { findNameUse, nameProblem } from './nameUse';
import { NameField } from './NameField';

export const nameField: FieldOptions<string> = {
  name: 'CamundaIdentityName',
  component: NameField,
  async validation(value, validation, { apiHolder, formData }) {
    if (!value || nameProblem(value)) {
      validation.addError(
        'lower case letters, digits and single hyphens, such as payments-prod',
      );
      return;
    }
    const api = apiHolder.get(fetchApiRef);
    if (!api) return;
    // Where it cannot be asked, the API says so when it registers.
    const { entityRef } = (formData ?? {}) as { entityRef?: string };
    const use = await findNameUse(
      createApiClient(api.fetch),
      value,
      entityRef,
    ).catch(() => 'free');
    if (use === 'taken')
      validation.addError('there is a connection of this name already');
  },
};
