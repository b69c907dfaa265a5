import { configApiRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { createProviderSchema } from 'backstage-plugin-camunda-identity-common/schema';
import { addProblems, findProblems } from '../problems';
import { ProviderField } from './ProviderField';
import { readClouds } from './useClouds';

export const providerFormField = createFormField({
  name: 'CamundaIdentityProvider',
  component: ProviderField,
  validation(value, validation, { apiHolder }) {
    const config = apiHolder.get(configApiRef);
    const clouds = config ? Object.keys(readClouds(config)) : undefined;
    addProblems(findProblems(createProviderSchema(clouds), value), validation);
  },
});
