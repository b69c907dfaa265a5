export * from './types';
export * from './schema';
export * from './components';
export * from './secrets';
export * from './certificate';
export * from './machineClients';
export * from './clientSettings';
export * from './recordClients';
export * from './clients';
export * from './acceptedAudiences';
export * from './clientNames';
export * from './problems';
export { readInput } from './readInput';
export * from './lint';
export { runSecretsSchema, type RunSecrets } from './runSecrets';
export {
  createLoginDraftSchema,
  loginTestSchema,
  type LoginDraft,
  type LoginTestBody,
} from './loginTests';
export * from './withoutEmpty';
export * from './fillGuide';
