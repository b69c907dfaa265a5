import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      camundaIdentity?: {
        /**
         * How often all records are read again, besides on every change. `frequency` and `timeout` are both
         * needed. Default: every 5 minutes, 2 minutes at most, for the first time after 15 seconds.
         *
         * @visibility backend
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

        /** The HTTP API as an entity of kind API, with its OpenAPI document. Default: none. */
        api?: {
          /**
           * Entity reference of the team that runs the portal.
           *
           * @visibility backend
           */
          owner: string;
        };

        /** The software templates that the package carries. Default: none. */
        templates?: {
          /**
           * Entity reference of the team that answers for them.
           *
           * @visibility backend
           */
          owner: string;
        };
      };
    };
  };
}
