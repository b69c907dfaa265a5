export * from './Checks';
