export * from './types';
export * from './writeConfig';
export * from './read';
export * from './compare/compareConfig';
