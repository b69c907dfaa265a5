export * from './versions';
export {
  asksUserInfo,
  hasHub,
  hasOrchestrationCluster,
  startsWithoutProvider,
} from './traits';
export * from './types';
export * from './docs';
export * from './scopes';
export * from './grants';
export * from './features';
export * from './notices';
export * from './components';
export * from './machineClients';
export * from './libraries';
export * from './signIn';
export * from './lookup';
export * from './chartKeys';
export * from './charts/deprecatedKeys';
export * from './guides';
