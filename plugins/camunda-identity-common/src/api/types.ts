import type { ProviderSetup } from '../providers/setup/types';
import type { Report } from '../checks';
import type { ConfigFile } from '../config/types';
import type { Finding, LoginOutcome, ReportHeader } from '../checks';
import type {
  Connection,
  ConnectionInput,
  Verified,
} from '../connections/types';
import type { ClientConfigKeys } from '../config/clientKeys';
import type {
  CamundaVersion,
  ChartKeyRule,
  ClientFacts,
  ClientKey,
  GrantTypeFacts,
  Guide,
  Notice,
  OidcFeature,
  Prerequisite,
} from '../camunda';

/**
 * A page of a list, with cursors where there is more.
 *
 * @public
 */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
  prevCursor?: string;
  totalItems?: number;
}

/**
 * What a list shows of a record.
 *
 * @public
 */
export type ConnectionSummary = Pick<
  Connection,
  | 'id'
  | 'etag'
  | 'name'
  | 'title'
  | 'entityRef'
  | 'owner'
  | 'camundaVersion'
  | 'secretsExpireAt'
  | 'updatedAt'
  | 'updatedBy'
> & {
  providerSummary: Pick<
    Connection['providerSummary'],
    'title' | 'profile' | 'issuer'
  >;
  initialClaim: Pick<Connection['initialClaim'], 'state'>;
  health: Pick<
    Connection['health'],
    'status' | 'checkedAt' | 'reportId' | 'coverage'
  >;
  verified?: Pick<Verified, 'at' | 'client'>;
  /** Absent where the record has that version or a later one. */
  upgrade?: {
    to: CamundaVersion;
    /** How many an upgrade leaves to the team. */
    questions: number;
  };
};

/** @public */
export type ConnectionPage = Page<Connection>;

/** @public */
export type ConnectionSummaryPage = Page<ConnectionSummary>;

/** @public */
export type ReportPage = Page<ReportHeader>;

/** @public */
export type MergePatch<T> = T extends readonly unknown[]
  ? T
  : T extends object
  ? { [K in keyof T]?: MergePatch<T[K]> | null }
  : T;

/**
 * A JSON merge patch (RFC 7396) of a record: as much of it as changes; null takes a member away.
 *
 * @public
 */
export type ConnectionPatch = MergePatch<ConnectionInput>;

/** @public */
export interface ConfigAnswer {
  files: ConfigFile[];
  findings: Finding[];
}

/**
 * How an initial claim came to be what it is.
 *
 * @public
 */
export interface InitialClaimChange {
  kind: 'set' | 'changed' | 'reset';
  name: string;
  value?: string;
  valueHidden?: true;
  reason?: string;
  /** ISO 8601. */
  at: string;
  /** Entity reference. */
  by: string;
}

/** @public */
export interface CamundaFacts {
  version: string;
  docsUrl: string;
  components: Array<{
    key: string;
    title: string;
    purpose: string;
    clients: Array<ClientFacts & { configKeys: ClientConfigKeys }>;
  }>;
  features: Array<Omit<OidcFeature, 'availableIn'> & { available: boolean }>;
  notices: Notice[];
  prerequisites: readonly Prerequisite[];
  guides: Guide[];
  grantTypes: readonly GrantTypeFacts[];
  /** What the version's chart makes of keys that are not written as it wants them. */
  chartKeys: ChartKeyRule[];
}

/**
 * An event of a check's stream.
 *
 * @public
 */
export type CheckEvent =
  | { type: 'plan'; codes: string[] }
  | { type: 'finding'; finding: Finding }
  | { type: 'report'; report: Report }
  | { type: 'error'; error: { name: string; message: string } };

/**
 * Answer of `GET /v1/connections/:id/provider-setup`.
 *
 * @public
 */
export type ProviderSetupAnswer = Omit<ProviderSetup, 'applications'>;

/**
 * What came of registering one application.
 *
 * @public
 */
export interface RegistrationResult {
  client: ClientKey;
  /** `kept`: it has a client ID already. `not-tried`: one before it showed that it would fail, too. */
  outcome: 'registered' | 'kept' | 'failed' | 'not-tried';
  clientId?: string;
  /** Why it failed, or what else is to be known. */
  message?: string;
  /** Members of the request that the provider registered otherwise. */
  changed?: string[];
  /** The secret is kept here, encrypted. */
  secretStored?: true;
  /** Where it was asked for, and only in this answer. */
  secret?: string;
  /** ISO 8601; absent where it does not expire. */
  secretExpiresAt?: string;
  /** With which the application can be changed and deleted (RFC 7592); as `secret`. */
  registrationAccessToken?: string;
  registrationClientUri?: string;
}

/**
 * Answer of `POST /v1/connections/:id/registrations`.
 *
 * @public
 */
export interface Registrations {
  items: RegistrationResult[];
}

/**
 * A login test that has begun: where the person signs in, and until when.
 *
 * @public
 */
export interface LoginTest {
  /** Only whoever began it can complete it. */
  id: string;
  authorizationUrl: string;
  /** To be registered at the provider for this application, beside the component's own. */
  redirectUri: string;
  /** ISO 8601. */
  expiresAt: string;
}

/**
 * What a login test has shown, for the person who signed in only.
 *
 * @public
 */
export interface LoginTestResult extends LoginOutcome {
  /** Absent for a draft. */
  connectionId?: string;
  client: ClientKey;
  /** ISO 8601. */
  finishedAt: string;
  /** The record is marked as verified. */
  verified: boolean;
}
