import type { HumanDuration } from '@backstage/types';

/*
 * Durations are ISO 8601 (PT5M), a number with a unit ('5 minutes'), or an object ({ minutes: 5 }).
 * `microsoft.clouds` is described in config.d.ts of backstage-plugin-camunda-identity-common.
 */
export interface Config {
  /** Connections of Camunda to OpenID providers. */
  camundaIdentity?: {
    /**
     * Entity references of users and groups that may change every record, whoever owns it.
     * Default: nobody.
     *
     * @visibility backend
     */
    admins?: string[];

    /**
     * Services (external access tokens, other plugins) that may write. Services always may read and
     * check; they never may write secrets. Default: none.
     */
    serviceAccess?: Array<{
      /**
       * The subject of the service's credentials, exactly as `backend.auth.externalAccess` makes it: as
       * configured for a static token, with the prefix `external:` for a token that is checked by JWKS. The
       * message of a 403 names it. Each stands here once.
       *
       * @visibility backend
       */
      subject: string;
      /**
       * At least one.
       *
       * @visibility backend
       */
      actions: Array<'create' | 'update' | 'delete'>;
    }>;

    authorization?: {
      /**
       * Only owners and admins change a record, whatever the permission policy allows; the policy can
       * narrow that. With false the policy alone decides, which needs `permission.enabled: true`.
       * Default: true.
       *
       * @visibility backend
       */
      ownershipFloor?: boolean;
    };

    /**
     * Client secrets may be stored, encrypted, where there is a key. Without one a record holds only
     * references to where Camunda finds its secrets.
     */
    secrets?: {
      /**
       * Keys for stored secrets. The first encrypts, all decrypt; to rotate, put a new one first and
       * remove the old one when the log says that nothing is encrypted with it any more. Default: none.
       */
      keys?: Array<{
        /**
         * Names the key beside what it has encrypted: 1 to 64 letters, digits, "-", "_" and "."; unique.
         *
         * @visibility backend
         */
        id: string;
        /**
         * 32 bytes in base64, as `openssl rand -base64 32` makes them; unique.
         *
         * @visibility secret
         */
        value: string;
      }>;
    };

    /**
     * Where provider checks may send requests. By default: public addresses, https only. HTTPS_PROXY and
     * NO_PROXY are respected; through a proxy only `allowedHosts` are asked.
     */
    http?: {
      /**
       * Hosts that may resolve to private addresses, such as a provider inside the company network.
       * Bare host names or addresses (no scheme, port or path), or `*.example.com`. Default: none.
       *
       * @visibility backend
       */
      allowedHosts?: string[];
      /**
       * Networks (CIDR) that every host may resolve to. Link-local and metadata addresses are never
       * allowed. Default: none.
       *
       * @visibility backend
       */
      allowedNetworks?: string[];
      /**
       * PEM files with certificate authorities to trust beside the usual ones, such as the company's own.
       * Read at the start only. Default: none.
       *
       * @visibility backend
       */
      caFiles?: string[];
      /**
       * Plain http to `allowedHosts`, of which there has to be one. For development only. Default: false.
       *
       * @visibility backend
       */
      allowPlainHttp?: boolean;
      /**
       * Milliseconds for one request, its answer included; 50 to 600000. Default: 5000.
       *
       * @visibility backend
       */
      requestTimeoutMs?: number;
      /**
       * Requests to one host at the same time; 1 to 100. Default: 12.
       *
       * @visibility backend
       */
      maxPerHost?: number;
      /**
       * Milliseconds for all checks of a run; 50 to 600000, and not below `requestTimeoutMs`.
       * Default: 10000.
       *
       * @visibility backend
       */
      runTimeoutMs?: number;
    };

    checks?: {
      /**
       * How often a record is checked that does not say so itself (`checks.every` of the record); 1 second
       * to 366 days, and not below `minEvery`. Default: P1D.
       *
       * @visibility backend
       */
      every?: HumanDuration | string;
      /**
       * What a record may ask for at most: a shorter `checks.every` of its own counts as this. 1 second to
       * 366 days. Default: PT5M.
       *
       * @visibility backend
       */
      minEvery?: HumanDuration | string;
      /**
       * When a record whose check failed is tried again; 1 second to 366 days. Doubles with each further
       * failure up to the record's own cadence, or six hours where that is shorter. Default: PT15M.
       *
       * @visibility backend
       */
      retryAfter?: HumanDuration | string;
      /**
       * Checks on demand that one user may run on one record in a minute, and three times as many on
       * drafts; 1 to 10000. Default: 10.
       *
       * @visibility backend
       */
      onDemandPerMinute?: number;
      /**
       * When the running components of a record are asked what they send to the provider: `never`,
       * `onClick` (where a person runs a check), or `daily` (with the first scheduled run of a day as well).
       * Their hosts follow the same rules as those of providers: public, or in http.allowedHosts. Default:
       * onClick.
       *
       * @visibility backend
       */
      running?: 'never' | 'onClick' | 'daily';
    };

    /**
     * The task that checks what is due. It runs on every replica; they share the work.
     */
    schedule?: {
      /**
       * False: records are checked on demand only. Default: true.
       *
       * @visibility backend
       */
      enabled?: boolean;
      /**
       * How often a replica looks for due records; 1 second to 24 hours. Default: PT1M.
       *
       * @visibility backend
       */
      frequency?: HumanDuration | string;
      /**
       * When a sweep is ended; what is left is taken by the next one. 10 seconds to 24 hours, and not below
       * `http.runTimeoutMs`. Default: PT1H.
       *
       * @visibility backend
       */
      timeout?: HumanDuration | string;
      /**
       * Checks that a replica runs at the same time; 1 to 500. Default: 10.
       *
       * @visibility backend
       */
      concurrency?: number;
    };

    /**
     * How long the reports of checks are kept. Those that a record's health refers to always are.
     */
    retention?: {
      /**
       * 1 hour to 3660 days, and not below `checks.every`. Default: P90D.
       *
       * @visibility backend
       */
      maxAge?: HumanDuration | string;
      /**
       * Of one record; 30 to 10000. Default: 200.
       *
       * @visibility backend
       */
      maxReports?: number;
    };

    /**
     * Providers of this company, for teams to choose from in forms instead of typing an address.
     * Default: none.
     *
     * @visibility backend
     */
    presets?: Array<{
      /**
       * Lower case letters, digits and single hyphens; unique.
       *
       * @visibility backend
       */
      name: string;
      /** @visibility backend */
      title: string;
      /** @visibility backend */
      description?: string;
      /**
       * A page on how to get an application at this provider.
       *
       * @visibility backend
       */
      docsUrl?: string;
      /** As in a record: `{ type: GENERIC, issuer }` or `{ type: MICROSOFT, tenantId }`. */
      provider:
        | {
            /** @visibility backend */
            type: 'GENERIC';
            /** @visibility backend */
            issuer: string;
            /**
             * Only where containers reach the provider under another address.
             *
             * @visibility backend
             */
            issuerBackendUrl?: string;
            /** @visibility backend */
            authUrl?: string;
            /** @visibility backend */
            tokenUrl?: string;
            /** @visibility backend */
            jwksUrl?: string;
            /** @visibility backend */
            scopes?: string[];
          }
        | {
            /** @visibility backend */
            type: 'MICROSOFT';
            /** @visibility backend */
            tenantId: string;
            /**
             * global (default), usgov, china, or one of `microsoft.clouds`.
             *
             * @visibility backend
             */
            cloud?: string;
            /** @visibility backend */
            scopes?: string[];
          };
      /**
       * Forms start with this one; at most one is.
       *
       * @visibility backend
       */
      default?: boolean;
    }>;

    /**
     * Notifications to the owners of records when their health changes. Needs the notifications plugin.
     * Default: true.
     *
     * @visibility backend
     */
    notifications?: boolean;
  };
}
