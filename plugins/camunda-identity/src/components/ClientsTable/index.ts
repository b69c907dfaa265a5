export * from './ClientsTable';
