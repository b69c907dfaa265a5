import type { HumanDuration } from '@backstage/types';

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
      /** The subject of the service's credentials. */
      subject: string;
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
         * Names the key beside what it has encrypted: letters, digits, "-", "_" and ".".
         *
         * @visibility backend
         */
        id: string;
        /**
         * 32 bytes in base64, as `openssl rand -base64 32` makes them.
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
       * Exact names, or `*.example.com`.
       */
      allowedHosts?: string[];
      /**
       * Networks (CIDR) that every host may resolve to. Link-local and metadata addresses are never
       * allowed.
       */
      allowedNetworks?: string[];
      /**
       * PEM files with certificate authorities to trust beside the usual ones, such as the company's own.
       */
      caFiles?: string[];
      /** Plain http to `allowedHosts`. For development only. Default: false. */
      allowPlainHttp?: boolean;
      /** Milliseconds for one request, its answer included. Default: 5000. */
      requestTimeoutMs?: number;
      /** Requests to one host at the same time. Default: 8. */
      maxPerHost?: number;
      /** Milliseconds for all checks of a run. Default: 10000. */
      runTimeoutMs?: number;
    };

    checks?: {
      /**
       * How often a record is checked that does not say so itself (`checks.every` of the record). An ISO
       * 8601 duration or an object. Default: P1D.
       */
      every?: HumanDuration | string;
      /**
       * What a record may ask for at most. Default: PT5M.
       */
      minEvery?: HumanDuration | string;
      /**
       * When a record whose check failed is tried again. Doubles with each further failure up to the
       * record's own cadence, or six hours where that is shorter. Default: PT15M.
       */
      retryAfter?: HumanDuration | string;
      /**
       * Checks on demand that one user may run on one record in a minute; at least 1. Default: 10.
       *
       * @visibility backend
       */
      onDemandPerMinute?: number;
    };

    /**
     * The task that checks what is due. It runs on every replica; they share the work.
     */
    schedule?: {
      /** False: records are checked on demand only. Default: true. */
      enabled?: boolean;
      /** How often a replica looks for due records. Default: PT1M. */
      frequency?: HumanDuration | string;
      /** When a sweep is ended; what is left is taken by the next one. Default: PT1H. */
      timeout?: HumanDuration | string;
      /** Checks that a replica runs at the same time. Default: 10. */
      concurrency?: number;
    };

    /**
     * How long the reports of checks are kept. Those that a record's health refers to always are.
     */
    retention?: {
      /** Default: P90D. */
      maxAge?: HumanDuration | string;
      /** Of one record; at least 30. Default: 200. */
      maxReports?: number;
    };

    /**
     * Providers of this company, for teams to choose from in forms instead of typing an address.
     * Default: none.
     */
    presets?: Array<{
      /** Lower case letters, digits and single hyphens; unique. */
      name: string;
      title: string;
      description?: string;
      /** A page on how to get an application at this provider. */
      docsUrl?: string;
      /** As in a record: `{ type: GENERIC, issuer }` or `{ type: MICROSOFT, tenantId }`. */
      provider:
        | {
            type: 'GENERIC';
            issuer: string;
            /** Only where containers reach the provider under another address. */
            issuerBackendUrl?: string;
            authUrl?: string;
            tokenUrl?: string;
            jwksUrl?: string;
            scopes?: string[];
          }
        | {
            type: 'MICROSOFT';
            tenantId: string;
            /** global (default), usgov, china, or one of `microsoft.clouds`. */
            cloud?: string;
            scopes?: string[];
          };
      /** Forms start with this one; at most one is. */
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
