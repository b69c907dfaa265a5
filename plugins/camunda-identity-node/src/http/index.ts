export * from './errors';
export * from './GuardedHttp';
export type { HttpPolicyOptions } from './policy';
