export * from './clients';
export * from './server';
