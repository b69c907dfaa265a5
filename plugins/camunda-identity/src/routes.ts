import { createExternalRouteRef } from '@backstage/core-plugin-api';

/**
 * The scaffolder's page of one template. Made with core-plugin-api, since both frontend systems take such
 * a ref.
 */
export const templateRouteRef = createExternalRouteRef({
  id: 'template',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});
