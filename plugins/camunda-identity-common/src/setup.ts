export * from './providers/setup';
