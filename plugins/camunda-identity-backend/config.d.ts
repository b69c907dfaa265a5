export interface Config {
  /** Connections of Camunda to OpenID providers. */
  camundaIdentity?: {
    /**
     * Entity references of users and groups that may change every record, whoever owns it.
     */
    admins?: string[];

    /**
     * Services (external access tokens, other plugins) that may write. Services always may read and
     * check; they never may write secrets.
     */
    serviceAccess?: Array<{
      /** The subject of the service's credentials. */
      subject: string;
      actions: Array<'create' | 'update' | 'delete'>;
    }>;

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
      /** Checks on demand that one user may run on one record in a minute. Default: 10. */
      onDemandPerMinute?: number;
    };
  };
}
