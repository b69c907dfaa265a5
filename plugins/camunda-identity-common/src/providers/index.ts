export * from './microsoft';
export * from './resolve';
export * from './profile';
export * from './schema';
