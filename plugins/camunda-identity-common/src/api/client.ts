import type { ClientKey } from '../camunda/types';
import type { Report } from '../checks';
import type { ConfigComparison } from '../config/compare/compareConfig';
import type { ConfigFormat, EnvStyle } from '../config/types';
import type { ValuesUpgrade } from '../config/upgrade/types';
import type { Connection } from '../connections/types';
import type { ProviderPresetAnswer } from '../providers/presets';
import { readCheckEvents } from './stream';
import type {
  CamundaFacts,
  CheckEvent,
  ConfigAnswer,
  ConnectionPage,
  InitialClaimChange,
  ReportPage,
} from './types';

/** @public */
export interface ApiClientOptions {
  /** Answers the API's base URL, such as https://portal.example.com/api/camunda-identity. */
  baseUrl(): Promise<string>;
  /** With the caller's credentials. */
  fetch: typeof fetch;
}

/**
 * An answer that is no success, in the API's own words.
 *
 * @public
 */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, name: string, message: string) {
    super(message);
    this.status = status;
    this.name = name;
  }
}

async function toError(response: Response): Promise<ApiError> {
  try {
    const { error } = await response.json();
    return new ApiError(response.status, error.name, error.message);
  } catch {
    return new ApiError(
      response.status,
      'Error',
      `The server answered ${response.status} ${response.statusText}`,
    );
  }
}

type Query = Record<string, string | number | boolean | undefined>;

function secretPath(id: string, client: ClientKey): string {
  return `/v1/connections/${encodeURIComponent(
    id,
  )}/clients/${encodeURIComponent(client)}/secret`;
}

/**
 * The HTTP API, typed. Made for browser and server: fetch is passed in.
 *
 * @public
 */
export class CamundaIdentityClient {
  readonly #options: ApiClientOptions;

  constructor(options: ApiClientOptions) {
    this.#options = options;
  }

  /** @throws ApiError with status 400, 403 or 409 */
  async createConnection(body: unknown): Promise<Connection> {
    return this.#json('POST', '/v1/connections', { body });
  }

  async listConnections(query: Query = {}): Promise<ConnectionPage> {
    return this.#json('GET', '/v1/connections', { query });
  }

  /** @throws ApiError with status 404 */
  async getConnection(id: string): Promise<Connection> {
    return this.#json('GET', `/v1/connections/${encodeURIComponent(id)}`);
  }

  /** @throws ApiError with status 404 */
  async getConnectionByName(name: string): Promise<Connection> {
    return this.#json(
      'GET',
      `/v1/connections/by-name/${encodeURIComponent(name)}`,
    );
  }

  /** @throws ApiError with status 412 when the record has changed since `etag` */
  async updateConnection(
    id: string,
    etag: string,
    patch: unknown,
  ): Promise<Connection> {
    return this.#json('PATCH', `/v1/connections/${encodeURIComponent(id)}`, {
      body: patch,
      headers: { 'If-Match': `"${etag}"` },
    });
  }

  async deleteConnection(id: string, etag: string): Promise<void> {
    await this.#request('DELETE', `/v1/connections/${encodeURIComponent(id)}`, {
      headers: { 'If-Match': `"${etag}"` },
    });
  }

  async getConfig(
    id: string,
    query: {
      format: ConfigFormat;
      style?: EnvStyle;
      component?: string;
      camundaVersion?: string;
    },
  ): Promise<ConfigAnswer> {
    return this.#json(
      'GET',
      `/v1/connections/${encodeURIComponent(id)}/config`,
      { query },
    );
  }

  /**
   * @param body - `format`, `content` and, for another version than the record's, `camundaVersion`
   * @throws ApiError with status 400 for a file that cannot be read
   */
  async compareConfig(
    id: string,
    body: { format: ConfigFormat; content: string; camundaVersion?: string },
  ): Promise<ConfigComparison> {
    return this.#json(
      'POST',
      `/v1/connections/${encodeURIComponent(id)}/config-comparisons`,
      { body },
    );
  }

  /** @throws ApiError with status 400 for a file that cannot be read */
  async upgradeValues(body: {
    from: string;
    to: string;
    content: string;
  }): Promise<ValuesUpgrade> {
    return this.#json('POST', '/v1/config-upgrades', { body });
  }

  /** The documented facts of a Camunda version. */
  async getCamundaFacts(version: string): Promise<CamundaFacts> {
    return this.#json('GET', `/v1/camunda/${encodeURIComponent(version)}`);
  }

  async listReports(id: string, query: Query = {}): Promise<ReportPage> {
    return this.#json(
      'GET',
      `/v1/connections/${encodeURIComponent(id)}/checks`,
      { query },
    );
  }

  async getReport(id: string, reportId: string): Promise<Report> {
    return this.#json(
      'GET',
      `/v1/connections/${encodeURIComponent(id)}/checks/${encodeURIComponent(
        reportId,
      )}`,
    );
  }

  async checkConnection(
    id: string,
    body: { secrets?: Record<string, string> } = {},
  ): Promise<Report> {
    return this.#json(
      'POST',
      `/v1/connections/${encodeURIComponent(id)}/checks`,
      { body },
    );
  }

  async checkProvider(body: unknown, signal?: AbortSignal): Promise<Report> {
    return this.#json('POST', '/v1/provider-checks', { body, signal });
  }

  /** The same as {@link checkConnection}, event by event as they come. */
  streamConnectionCheck(
    id: string,
    body: { secrets?: Record<string, string> } = {},
    signal?: AbortSignal,
  ): AsyncGenerator<CheckEvent> {
    return this.#stream(
      `/v1/connections/${encodeURIComponent(id)}/checks`,
      body,
      signal,
    );
  }

  /** The same as {@link checkProvider}, event by event as they come. */
  streamProviderCheck(
    body: unknown,
    signal?: AbortSignal,
  ): AsyncGenerator<CheckEvent> {
    return this.#stream('/v1/provider-checks', body, signal);
  }

  async setInitialClaim(id: string): Promise<Connection> {
    return this.#json(
      'POST',
      `/v1/connections/${encodeURIComponent(id)}/initial-claim/set`,
    );
  }

  /** @throws ApiError with status 409 where the claim is not set, or it was not changed in the database */
  async changeInitialClaim(
    id: string,
    body: {
      name: string;
      value: string;
      changedInDatabase: boolean;
      reason: string;
    },
  ): Promise<Connection> {
    return this.#json(
      'POST',
      `/v1/connections/${encodeURIComponent(id)}/initial-claim/changes`,
      { body },
    );
  }

  /** @throws ApiError with status 409 where the database was not recreated */
  async resetInitialClaim(
    id: string,
    body: { databaseRecreated: boolean; reason: string },
  ): Promise<Connection> {
    return this.#json(
      'POST',
      `/v1/connections/${encodeURIComponent(id)}/initial-claim/reset`,
      { body },
    );
  }

  /**
   * Stores a client's secret, encrypted and bound to where it may be sent. It cannot be read back.
   *
   * @throws ApiError with status 409 where the portal has no key for secrets
   */
  async putSecret(
    id: string,
    client: ClientKey,
    body: { value: string; expiresAt?: string; slot?: 'current' | 'next' },
  ): Promise<void> {
    await this.#request('PUT', secretPath(id, client), { body });
  }

  /** Deletes a stored secret: of one slot, or both. */
  async deleteSecret(
    id: string,
    client: ClientKey,
    query: { slot?: 'current' | 'next' } = {},
  ): Promise<void> {
    await this.#request('DELETE', secretPath(id, client), { query });
  }

  /** The next secret becomes the current one. */
  async promoteSecret(id: string, client: ClientKey): Promise<void> {
    await this.#request('POST', `${secretPath(id, client)}/promote`, {});
  }

  async listInitialClaimChanges(
    id: string,
  ): Promise<{ items: InitialClaimChange[] }> {
    return this.#json(
      'GET',
      `/v1/connections/${encodeURIComponent(id)}/initial-claim/changes`,
    );
  }

  /** Providers that the platform team has set up for everybody. */
  async listProviderPresets(): Promise<{ items: ProviderPresetAnswer[] }> {
    return this.#json('GET', '/v1/provider-presets');
  }

  async *#stream(
    path: string,
    body: unknown,
    signal?: AbortSignal,
  ): AsyncGenerator<CheckEvent> {
    const response = await this.#request('POST', path, {
      body,
      signal,
      headers: { Accept: 'text/event-stream' },
    });
    yield* readCheckEvents(response);
  }

  async #json<T>(
    method: string,
    path: string,
    options: RequestOptions = {},
  ): Promise<T> {
    const response = await this.#request(method, path, options);
    return response.json();
  }

  async #request(
    method: string,
    path: string,
    options: RequestOptions,
  ): Promise<Response> {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(options.query ?? {}))
      if (value !== undefined) search.set(key, String(value));
    const query = search.size > 0 ? `?${search}` : '';
    const response = await this.#options.fetch(
      `${await this.#options.baseUrl()}${path}${query}`,
      {
        method,
        signal: options.signal,
        headers: {
          ...(options.body === undefined
            ? {}
            : { 'Content-Type': 'application/json' }),
          ...options.headers,
        },
        body:
          options.body === undefined ? undefined : JSON.stringify(options.body),
      },
    );
    if (!response.ok) throw await toError(response);
    return response;
  }
}

interface RequestOptions {
  body?: unknown;
  query?: Query;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}
