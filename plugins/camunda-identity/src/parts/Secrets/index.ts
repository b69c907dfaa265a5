export * from './Secrets';
