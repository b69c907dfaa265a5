export * from './causes';
export * from './cover';
