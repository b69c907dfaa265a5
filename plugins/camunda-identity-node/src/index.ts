/**
 * OpenID provider checks for Camunda connections.
 *
 * @packageDocumentation
 */
export * from './caps';
export * from './checkConnection';
export * from './CheckConnectionOptions';
export type { Definitions } from './definitions';
export * from './extensions';
export * from './http';
export * from './registration';
export * from './service';
export * from './logins';
export { secretScrubber, WITHHELD, type SentSecret } from './masking';
export {
  createDocumentCache,
  type DocumentCache,
} from './checks/DocumentCache';
export type { DiscoveryOutcome } from './checks/discovery/fetchDiscovery';
export type { JwksOutcome } from './checks/jwks/fetchJwks';
export type {
  CheckContext,
  CheckDepth,
  CheckedClient,
  CheckInput,
  CheckOutcome,
  PlannedFinding,
  PreviousRun,
  ProviderCheck,
  WithheldReason,
  WithheldSecrets,
} from './checks/types';
export type { RunClock } from './http/RunClock';
export type { TokenShelf } from './checks/token/TokenShelf';
export type { IssuerMatch } from './checks/discovery/compareIssuers';
