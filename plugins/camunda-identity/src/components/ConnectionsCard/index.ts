export * from './ConnectionsCard';
