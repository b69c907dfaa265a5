export * from './ConnectionHead';
