export * from './Setup';
