export * from './FindingsList';
