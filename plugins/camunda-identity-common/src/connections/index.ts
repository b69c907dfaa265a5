export * from './types';
export * from './schema';
export * from './components';
export * from './secrets';
export * from './clientSettings';
export * from './clients';
export * from './problems';
export * from './lint';
export { runSecretsSchema, type RunSecrets } from './runSecrets';
