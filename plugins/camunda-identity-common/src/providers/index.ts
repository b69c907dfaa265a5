export * from './clouds';
export * from './microsoft';
export * from './presets';
export * from './profile';
export * from './resolve';
export * from './schema';
export * from './summary';
