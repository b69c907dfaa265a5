export * from './ConnectionSection';
