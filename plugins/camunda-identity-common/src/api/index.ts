export * from './client';
export * from './facts';
export * from './paths';
export * from './schemas';
export * from './stream';
export * from './types';
