export { isNeverAsked } from './addresses';
export { withDeadline } from './deadline';
export * from './errors';
export * from './GuardedHttp';
export { DEFAULT_LIMITS } from './GuardedHttpOptions';
export type {
  GuardedHttpOptions,
  GuardedRequestInit,
} from './GuardedHttpOptions';
export type { Turn } from './HostLimiter';
export type { ConnectionOptions } from './Connections';
export type { CertificateSeen, OriginSeen } from './observations';
export type { HttpPolicyOptions } from './policy';
