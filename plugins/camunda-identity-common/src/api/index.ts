export * from './client';
export * from './facts';
export type { AnswerOf, BodyOf } from './operations';
export * from './names';
export * from './routes';
export * from './schemas';
export * from './stream';
export * from './types';
