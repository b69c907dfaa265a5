export * from './useCheckRun';
export * from './useConnections';
export * from './useKept';
export * from './useReport';
export * from './useQueryState';
export * from './useTell';
