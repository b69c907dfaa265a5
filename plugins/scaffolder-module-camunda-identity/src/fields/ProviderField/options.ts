import { configApiRef } from '@backstage/frontend-plugin-api';
import {
  createProviderSchema,
  withoutEmpty,
} from 'backstage-plugin-camunda-identity-common/schema';
import {
  addProblems,
  findProblems,
  isStopped,
  readClouds,
} from 'backstage-plugin-camunda-identity-react/forms';
import type { FieldOptions } from '../FieldOptions';
import { ProviderField } from './ProviderField';

export const providerField: FieldOptions = {
  name: 'CamundaIdentityProvider',
  component: ProviderField,
  validation(value, validation, { apiHolder }) {
    const config = apiHolder.get(configApiRef);
    const clouds = config ? Object.keys(readClouds(config)) : undefined;
    const problems = findProblems(createProviderSchema(clouds), value);
    addProblems(problems, validation);
    if (problems.size === 0 && isStopped(withoutEmpty(value) as object))
      validation.addError(
        'cannot be used as it is; correct it, or choose "Continue anyway"',
      );
  },
};
