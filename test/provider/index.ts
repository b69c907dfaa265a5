export * from './clients';
export { LOCAL_INITIAL_ACCESS_TOKEN } from './provider';
export * from './server';
