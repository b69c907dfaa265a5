export * from './types';
export * from './writeConfig';
export * from './read';
