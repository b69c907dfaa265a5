import { configApiRef } from '@backstage/frontend-plugin-api';
import { createProviderSchema } from 'backstage-plugin-camunda-identity-common/schema';
import type { FieldOptions } from '../FieldOptions';
import { addProblems, findProblems } from '../problems';
import { ProviderField } from './ProviderField';
import { readClouds } from './useClouds';

export const providerField: FieldOptions = {
  name: 'CamundaIdentityProvider',
  component: ProviderField,
  validation(value, validation, { apiHolder }) {
    const config = apiHolder.get(configApiRef);
    const clouds = config ? Object.keys(readClouds(config)) : undefined;
    addProblems(findProblems(createProviderSchema(clouds), value), validation);
  },
};
