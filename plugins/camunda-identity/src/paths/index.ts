export * from './ConnectionPaths';
