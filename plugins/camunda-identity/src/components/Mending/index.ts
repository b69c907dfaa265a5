export * from './Mending';
