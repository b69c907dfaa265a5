export * from './types';
export * from './writeConfig';
