/**
 * What the audit log calls an operation.
 *
 * @public
 */
export interface RouteAudit {
  eventId:
    | 'connection-mutate'
    | 'initial-claim-mutate'
    | 'secret-mutate'
    | 'connection-check'
    | 'login-test';
  actionType: string;
  severityLevel?: 'low' | 'medium' | 'high' | 'critical';
}

/**
 * Where and how an operation is called, and how it answers. Plain data: the client that runs in a browser takes
 * it along, and the schemas stand in `operations/`.
 *
 * @public
 */
export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Express writes it, below the mount point: `/v1/connections/:id`. */
  path: string;
  status: 200 | 201 | 204 | 303;
  /** Whether it is judged by the header `If-Match`, and refused without one. */
  ifMatch?: 'required' | 'optional';
  /** The answer has an `ETag`. */
  etag?: boolean;
  /** Takes no credential: a browser comes from elsewhere. */
  open?: boolean;
  /** Answers event by event, too, where the caller prefers that. */
  stream?: boolean;
  /** Absent for what changes nothing and asks no provider. */
  audit?: RouteAudit;
}

const RECORD = '/v1/connections/:id';
const CLAIM = `${RECORD}/initial-claim` as const;
const SECRET = `${RECORD}/clients/:client/secret` as const;

/**
 * Every operation of the API. The client, the router, the audit and the OpenAPI document follow from this table
 * and the schemas in `operations/`.
 *
 * @public
 */
export const ROUTES = {
  createConnection: {
    method: 'post',
    path: '/v1/connections',
    status: 201,
    etag: true,
    audit: { eventId: 'connection-mutate', actionType: 'create' },
  },
  listConnections: { method: 'get', path: '/v1/connections', status: 200 },
  getConnectionByName: {
    method: 'get',
    path: '/v1/connections/by-name/:name',
    status: 200,
    etag: true,
  },
  getConnection: { method: 'get', path: RECORD, status: 200, etag: true },
  updateConnection: {
    method: 'patch',
    path: RECORD,
    status: 200,
    ifMatch: 'required',
    etag: true,
    audit: { eventId: 'connection-mutate', actionType: 'update' },
  },
  deleteConnection: {
    method: 'delete',
    path: RECORD,
    status: 204,
    ifMatch: 'required',
    audit: { eventId: 'connection-mutate', actionType: 'delete' },
  },
  getConfig: { method: 'get', path: `${RECORD}/config`, status: 200 },
  compareConfig: {
    method: 'post',
    path: `${RECORD}/config-comparisons`,
    status: 200,
  },
  upgradeValues: { method: 'post', path: '/v1/config-upgrades', status: 200 },
  upgradeConnection: {
    method: 'post',
    path: `${RECORD}/upgrades`,
    status: 200,
  },
  getProviderSetup: {
    method: 'get',
    path: `${RECORD}/provider-setup`,
    status: 200,
  },
  writeProviderSetup: {
    method: 'post',
    path: '/v1/provider-setups',
    status: 200,
  },
  registerApplications: {
    method: 'post',
    path: `${RECORD}/registrations`,
    status: 200,
    audit: {
      eventId: 'connection-mutate',
      actionType: 'register-applications',
      severityLevel: 'high',
    },
  },
  checkConnection: {
    method: 'post',
    path: `${RECORD}/checks`,
    status: 201,
    stream: true,
    audit: {
      eventId: 'connection-check',
      actionType: 'check',
      severityLevel: 'low',
    },
  },
  listReports: { method: 'get', path: `${RECORD}/checks`, status: 200 },
  getReport: { method: 'get', path: `${RECORD}/checks/:reportId`, status: 200 },
  checkProvider: {
    method: 'post',
    path: '/v1/provider-checks',
    status: 200,
    stream: true,
    audit: {
      eventId: 'connection-check',
      actionType: 'check-draft',
      severityLevel: 'low',
    },
  },
  beginLoginTest: {
    method: 'post',
    path: `${RECORD}/login-tests`,
    status: 201,
    audit: { eventId: 'login-test', actionType: 'begin' },
  },
  beginDraftLoginTest: {
    method: 'post',
    path: '/v1/login-tests',
    status: 201,
    audit: { eventId: 'login-test', actionType: 'begin-draft' },
  },
  receiveLoginTest: {
    method: 'get',
    path: '/v1/login-tests/callback',
    status: 303,
    open: true,
  },
  completeLoginTest: {
    method: 'post',
    path: '/v1/login-tests/:loginTestId/completion',
    status: 200,
    audit: { eventId: 'login-test', actionType: 'complete' },
  },
  setInitialClaim: {
    method: 'post',
    path: `${CLAIM}/set`,
    status: 200,
    ifMatch: 'optional',
    etag: true,
    audit: { eventId: 'initial-claim-mutate', actionType: 'set' },
  },
  listInitialClaimChanges: {
    method: 'get',
    path: `${CLAIM}/changes`,
    status: 200,
  },
  changeInitialClaim: {
    method: 'post',
    path: `${CLAIM}/changes`,
    status: 200,
    ifMatch: 'optional',
    etag: true,
    audit: { eventId: 'initial-claim-mutate', actionType: 'change' },
  },
  resetInitialClaim: {
    method: 'post',
    path: `${CLAIM}/reset`,
    status: 200,
    ifMatch: 'optional',
    etag: true,
    audit: { eventId: 'initial-claim-mutate', actionType: 'reset' },
  },
  putSecret: {
    method: 'put',
    path: SECRET,
    status: 204,
    ifMatch: 'optional',
    audit: {
      eventId: 'secret-mutate',
      actionType: 'put',
      severityLevel: 'high',
    },
  },
  deleteSecret: {
    method: 'delete',
    path: SECRET,
    status: 204,
    ifMatch: 'optional',
    audit: {
      eventId: 'secret-mutate',
      actionType: 'delete',
      severityLevel: 'high',
    },
  },
  promoteSecret: {
    method: 'post',
    path: `${SECRET}/promote`,
    status: 204,
    ifMatch: 'optional',
    audit: {
      eventId: 'secret-mutate',
      actionType: 'promote',
      severityLevel: 'high',
    },
  },
  getCamundaFacts: { method: 'get', path: '/v1/camunda/:version', status: 200 },
  listFindings: { method: 'get', path: '/v1/findings', status: 200 },
  listProviderPresets: {
    method: 'get',
    path: '/v1/provider-presets',
    status: 200,
  },
  getOpenApi: { method: 'get', path: '/openapi.json', status: 200 },
} as const satisfies Record<string, Route>;

/**
 * Name of an operation, as the OpenAPI document has it.
 *
 * @public
 */
export type OperationId = keyof typeof ROUTES;
