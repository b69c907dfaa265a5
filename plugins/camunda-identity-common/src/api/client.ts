import type { CamundaVersion, ClientKey } from '../camunda';
import type { FindingDescription, Report } from '../checks';
import type { ConfigComparison } from '../config/compare/compareConfig';
import type { ConfigFormat, EnvStyle } from '../config/types';
import type { UpgradeProposal } from '../config/upgrade/proposeUpgrade';
import type { ValuesUpgrade } from '../config/upgrade/types';
import type { Connection } from '../connections/types';
import type { SetupProduct } from '../providers/setup/types';
import type { ProviderPresetAnswer } from '../providers/presets';
import type { AnswerOf, BodyOf } from './operations';
import { ROUTES, type OperationId } from './routes';
import type { ListQuery } from './schemas';
import { readCheckEvents } from './stream';
import type {
  CamundaFacts,
  CheckEvent,
  ConfigAnswer,
  ConnectionPage,
  ConnectionPatch,
  ConnectionSummaryPage,
  InitialClaimChange,
  LoginTest,
  LoginTestResult,
  ProviderSetupAnswer,
  Registrations,
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

interface RequestOptions<K extends OperationId> {
  params?: Record<string, string>;
  query?: Query;
  body?: BodyOf<K>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Filters of a list, as `GET /v1/connections` takes them. @public */
export type ListConnectionsQuery = Partial<
  Record<Exclude<keyof ListQuery, 'limit' | 'count' | 'view'>, string> & {
    limit: number;
    count: boolean;
  }
>;

function pathOf(template: string, params: Record<string, string>): string {
  return template.replace(/:(\w+)/g, (_, name) =>
    encodeURIComponent(params[name]),
  );
}

/**
 * The HTTP API, typed. Made for browser and server: fetch is passed in. Every method may throw an
 * {@link ApiError}; the OpenAPI document lists the statuses of each.
 *
 * @public
 */
export class CamundaIdentityClient {
  readonly #options: ApiClientOptions;

  constructor(options: ApiClientOptions) {
    this.#options = options;
  }

  createConnection(body: BodyOf<'createConnection'>): Promise<Connection> {
    return this.#call('createConnection', { body });
  }

  async listConnections(
    query: ListConnectionsQuery = {},
  ): Promise<ConnectionPage> {
    const page = await this.#call('listConnections', { query });
    return page as ConnectionPage;
  }

  /** As {@link CamundaIdentityClient.listConnections}, with what a list shows of each record only. */
  async listConnectionSummaries(
    query: ListConnectionsQuery = {},
  ): Promise<ConnectionSummaryPage> {
    return this.#call('listConnections', {
      query: { ...query, view: 'summary' },
    });
  }

  getConnection(id: string): Promise<Connection> {
    return this.#call('getConnection', { params: { id } });
  }

  getConnectionByName(name: string): Promise<Connection> {
    return this.#call('getConnectionByName', { params: { name } });
  }

  /**
   * @param etag - of the record that was read
   * @param patch - JSON merge patch (RFC 7396)
   * @throws ApiError with status 412 when the record has changed since
   */
  updateConnection(
    id: string,
    etag: string,
    patch: ConnectionPatch,
  ): Promise<Connection> {
    return this.#call('updateConnection', {
      params: { id },
      body: patch as BodyOf<'updateConnection'>,
      headers: { 'If-Match': `"${etag}"` },
    });
  }

  deleteConnection(id: string, etag: string): Promise<void> {
    return this.#call('deleteConnection', {
      params: { id },
      headers: { 'If-Match': `"${etag}"` },
    });
  }

  getConfig(
    id: string,
    query: {
      format: ConfigFormat;
      style?: EnvStyle;
      component?: string;
      camundaVersion?: string;
    },
  ): Promise<ConfigAnswer> {
    return this.#call('getConfig', { params: { id }, query });
  }

  /** @throws ApiError with status 400 for a file that cannot be read */
  compareConfig(
    id: string,
    body: BodyOf<'compareConfig'>,
  ): Promise<ConfigComparison> {
    return this.#call('compareConfig', { params: { id }, body });
  }

  /** @throws ApiError with status 400 for a file that cannot be read */
  upgradeValues(body: BodyOf<'upgradeValues'>): Promise<ValuesUpgrade> {
    return this.#call('upgradeValues', { body });
  }

  /** Proposes the record for a later Camunda version; changes nothing. */
  upgradeConnection(
    id: string,
    body: BodyOf<'upgradeConnection'>,
  ): Promise<UpgradeProposal> {
    return this.#call('upgradeConnection', { params: { id }, body });
  }

  /** What has to exist at the provider of a connection. */
  getProviderSetup(
    id: string,
    query: { product?: SetupProduct; form?: 'steps' | 'files' } = {},
  ): Promise<ProviderSetupAnswer> {
    return this.#call('getProviderSetup', { params: { id }, query });
  }

  /** The same for what is not saved. */
  writeProviderSetup(
    body: BodyOf<'writeProviderSetup'>,
    query: { product?: SetupProduct; form?: 'steps' | 'files' } = {},
  ): Promise<ProviderSetupAnswer> {
    return this.#call('writeProviderSetup', { body, query });
  }

  /**
   * Registers applications at the provider (RFC 7591) and writes their client IDs back.
   *
   * @throws ApiError with status 409 where the provider registers none, or secrets could be kept nowhere
   */
  registerApplications(
    id: string,
    body: BodyOf<'registerApplications'>,
  ): Promise<Registrations> {
    return this.#call('registerApplications', { params: { id }, body });
  }

  listReports(
    id: string,
    query: { limit?: number; cursor?: string } = {},
  ): Promise<ReportPage> {
    return this.#call('listReports', { params: { id }, query });
  }

  getReport(id: string, reportId: string): Promise<Report> {
    return this.#call('getReport', { params: { id, reportId } });
  }

  checkConnection(
    id: string,
    body: BodyOf<'checkConnection'> = {},
  ): Promise<Report> {
    return this.#call('checkConnection', { params: { id }, body });
  }

  checkProvider(
    body: BodyOf<'checkProvider'>,
    signal?: AbortSignal,
  ): Promise<Report> {
    return this.#call('checkProvider', { body, signal });
  }

  /** The same as {@link CamundaIdentityClient.checkConnection}, event by event as they come. */
  streamConnectionCheck(
    id: string,
    body: BodyOf<'checkConnection'> = {},
    signal?: AbortSignal,
  ): AsyncGenerator<CheckEvent> {
    return this.#stream('checkConnection', { params: { id }, body, signal });
  }

  /** The same as {@link CamundaIdentityClient.checkProvider}, event by event as they come. */
  streamProviderCheck(
    body: BodyOf<'checkProvider'>,
    signal?: AbortSignal,
  ): AsyncGenerator<CheckEvent> {
    return this.#stream('checkProvider', { body, signal });
  }

  /**
   * Begins a real sign-in to a client of a record. The person goes to `authorizationUrl`; the provider sends
   * them back to the portal.
   *
   * @throws ApiError with status 409 where the provider cannot be asked or no secret is known
   */
  beginLoginTest(
    id: string,
    body: BodyOf<'beginLoginTest'>,
  ): Promise<LoginTest> {
    return this.#call('beginLoginTest', { params: { id }, body });
  }

  /** The same for what is not saved. */
  beginDraftLoginTest(body: BodyOf<'beginDraftLoginTest'>): Promise<LoginTest> {
    return this.#call('beginDraftLoginTest', { body });
  }

  /**
   * Redeems what the provider has answered, once, and says what the tokens hold.
   *
   * @throws ApiError with status 404 for a test that somebody else began or that is over, 409 where nobody
   * has signed in yet
   */
  completeLoginTest(loginTestId: string): Promise<LoginTestResult> {
    return this.#call('completeLoginTest', { params: { loginTestId } });
  }

  setInitialClaim(id: string): Promise<Connection> {
    return this.#call('setInitialClaim', { params: { id } });
  }

  /** @throws ApiError with status 409 where the claim is not set, or it was not changed in the database */
  changeInitialClaim(
    id: string,
    body: BodyOf<'changeInitialClaim'>,
  ): Promise<Connection> {
    return this.#call('changeInitialClaim', { params: { id }, body });
  }

  /** @throws ApiError with status 409 where the database was not recreated */
  resetInitialClaim(
    id: string,
    body: BodyOf<'resetInitialClaim'>,
  ): Promise<Connection> {
    return this.#call('resetInitialClaim', { params: { id }, body });
  }

  listInitialClaimChanges(
    id: string,
  ): Promise<{ items: InitialClaimChange[] }> {
    return this.#call('listInitialClaimChanges', { params: { id } });
  }

  /**
   * Stores a client's secret, encrypted and bound to where it may be sent. It cannot be read back.
   *
   * @throws ApiError with status 409 where the portal has no key for secrets
   */
  putSecret(
    id: string,
    client: ClientKey,
    body: BodyOf<'putSecret'>,
  ): Promise<void> {
    return this.#call('putSecret', { params: { id, client }, body });
  }

  /** Deletes a stored secret: of one slot, or both. */
  deleteSecret(
    id: string,
    client: ClientKey,
    query: { slot?: 'current' | 'next' } = {},
  ): Promise<void> {
    return this.#call('deleteSecret', { params: { id, client }, query });
  }

  /** The next secret becomes the current one. */
  promoteSecret(id: string, client: ClientKey): Promise<void> {
    return this.#call('promoteSecret', { params: { id, client } });
  }

  /** What Camunda documents for a version. */
  getCamundaFacts(version: CamundaVersion): Promise<CamundaFacts> {
    return this.#call('getCamundaFacts', { params: { version } });
  }

  /** The catalogue of finding codes, with those of modules that are installed. */
  listFindings(): Promise<{ items: FindingDescription[] }> {
    return this.#call('listFindings', {});
  }

  /** Providers that the platform team has set up for everybody. */
  listProviderPresets(): Promise<{ items: ProviderPresetAnswer[] }> {
    return this.#call('listProviderPresets', {});
  }

  async *#stream<K extends OperationId>(
    id: K,
    options: RequestOptions<K>,
  ): AsyncGenerator<CheckEvent> {
    const headers = { Accept: 'text/event-stream' };
    yield* readCheckEvents(await this.#request(id, { ...options, headers }));
  }

  async #call<K extends OperationId>(
    id: K,
    options: RequestOptions<K>,
  ): Promise<AnswerOf<K>> {
    const response = await this.#request(id, options);
    return response.status === 204
      ? (undefined as AnswerOf<K>)
      : response.json();
  }

  async #request<K extends OperationId>(
    id: K,
    { params = {}, query = {}, body, headers, signal }: RequestOptions<K>,
  ): Promise<Response> {
    const { method, path } = ROUTES[id];
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query))
      if (value !== undefined) search.set(key, String(value));
    const base = await this.#options.baseUrl();
    const response = await this.#options.fetch(
      `${base}${pathOf(path, params)}${search.size > 0 ? `?${search}` : ''}`,
      {
        method: method.toUpperCase(),
        signal,
        headers: {
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      },
    );
    if (!response.ok) throw await toError(response);
    return response;
  }
}
