import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
  useRouteRef,
} from '@backstage/core-plugin-api';

/*
 * Made and resolved with core-plugin-api, which asks whichever frontend system the app is built with.
 */

/** The page of all connections. */
export const rootRouteRef = createRouteRef({ id: 'camunda-identity' });

/** The page of one connection; its tabs are below it. */
export const connectionRouteRef = createSubRouteRef({
  id: 'camunda-identity/connection',
  parent: rootRouteRef,
  path: '/:name',
});

/** The tab on entity pages. */
export const entityContentRouteRef = createRouteRef({
  id: 'camunda-identity/entity-content',
  params: ['namespace', 'kind', 'name'],
});

/** The scaffolder's page of one template. */
export const templateRouteRef = createExternalRouteRef({
  id: 'template',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** Address of a page without parameters; undefined in an app that does not have it. */
export function useRootPath(): string | undefined {
  try {
    return useRouteRef(rootRouteRef)();
  } catch {
    return undefined;
  }
}

/** Address of the tab of an entity; undefined in an app that does not have it. */
export function useEntityTabPath(entity: {
  namespace: string;
  kind: string;
  name: string;
}): string | undefined {
  try {
    return useRouteRef(entityContentRouteRef)(entity);
  } catch {
    return undefined;
  }
}
