export * from './client';
export * from './facts';
export type { Answer, AnswerOf, BodyOf, Operations } from './operations';
export * from './names';
export * from './routes';
export * from './schemas';
export * from './stream';
export * from './types';
