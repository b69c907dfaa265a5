/**
 * OpenID provider checks for Camunda connections.
 *
 * @packageDocumentation
 */
export * from './checkConnection';
export * from './http';
export type {
  CheckInput,
  CheckOutcome,
  PlannedFinding,
  WithheldReason,
  WithheldSecrets,
} from './checks/types';
