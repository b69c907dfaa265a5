export * from './useConnections';
export * from './useCheckRun';
