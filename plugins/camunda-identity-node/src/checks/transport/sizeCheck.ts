import { seenCheck } from './seenCheck';

/** The answers stayed below the limit; a larger one ends the request. */
export const sizeCheck = seenCheck('transport.too-large', () => ({
  result: 'pass',
  message: 'The answers are of the usual size',
}));
