export * from './ApplicationsTable';
