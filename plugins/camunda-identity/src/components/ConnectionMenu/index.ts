export * from './ConnectionMenu';
