import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { createApiClient } from '../../hooks/useApiClient';
import type { FieldOptions } from '../FieldOptions';
import { isNameTaken, nameProblem } from './isNameTaken';
import { NameField } from './NameField';

export const nameField: FieldOptions<string> = {
  name: 'CamundaIdentityName',
  component: NameField,
  async validation(value, validation, { apiHolder }) {
    if (!value || nameProblem(value)) {
      validation.addError(
        'lower case letters, digits and single hyphens, such as payments-prod',
      );
      return;
    }
    const api = apiHolder.get(fetchApiRef);
    if (!api) return;
    // Where it cannot be asked, the API says so when it registers.
    const taken = await isNameTaken(createApiClient(api.fetch), value).catch(
      () => false,
    );
    if (taken)
      validation.addError('there is a connection of this name already');
  },
};
