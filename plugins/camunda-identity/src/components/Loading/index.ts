export * from './Loading';
