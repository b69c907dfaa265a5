export * from './clients';
export { LOCAL_INITIAL_ACCESS_TOKEN } from './provider';
export { PERSON } from './provider';
export type { Configuration as ProviderConfiguration } from 'oidc-provider';
export * from './server';
export * from './signIn';
