export * from './clients';
export { LOCAL_INITIAL_ACCESS_TOKEN } from './provider';
export { PERSON } from './provider';
export * from './server';
export * from './signIn';
