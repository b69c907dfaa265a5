export * from './MyConnections';
