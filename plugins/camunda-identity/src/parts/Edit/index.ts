export * from './Edit';
