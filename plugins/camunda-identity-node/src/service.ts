import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  PLUGIN_ID,
  type MicrosoftCloud,
} from 'backstage-plugin-camunda-identity-common';
import { CamundaIdentityClient } from 'backstage-plugin-camunda-identity-common/client';
import { readClouds } from './readClouds';

/**
 * Connection records and checks for other backend plugins and modules.
 *
 * @public
 */
export interface CamundaIdentityService {
  /**
   * Microsoft's clouds and those that this installation adds, by the name that records use. Throws if the
   * configuration is wrong.
   */
  readonly clouds: Readonly<Record<string, MicrosoftCloud>>;

  /**
   * A client of the HTTP API on behalf of a caller, with the caller's permissions.
   *
   * @param options - `signal` ends requests that have none of their own
   */
  client(
    credentials: BackstageCredentials,
    options?: { signal?: AbortSignal },
  ): CamundaIdentityClient;
}

/**
 * What another backend plugin or module depends on in order to call the API.
 *
 * @public
 */
export const camundaIdentityServiceRef =
  createServiceRef<CamundaIdentityService>({
    id: 'camunda-identity',
    scope: 'plugin',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {
          auth: coreServices.auth,
          config: coreServices.rootConfig,
          discovery: coreServices.discovery,
        },
        factory: ({ auth, config, discovery }) => ({
          get clouds() {
            return readClouds(config);
          },
          client: (credentials, { signal } = {}) =>
            new CamundaIdentityClient({
              baseUrl: () => discovery.getBaseUrl(PLUGIN_ID),
              fetch: async (input, init) => {
                // Fetched for each request, since a token may expire before a long task ends.
                const { token } = await auth.getPluginRequestToken({
                  onBehalfOf: credentials,
                  targetPluginId: PLUGIN_ID,
                });
                return fetch(input, {
                  ...init,
                  signal: init?.signal ?? signal,
                  headers: {
                    ...init?.headers,
                    Authorization: `Bearer ${token}`,
                  },
                });
              },
            }),
        }),
      }),
  });
