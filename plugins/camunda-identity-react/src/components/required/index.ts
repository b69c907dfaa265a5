export * from './useRequired';
