import { seenCheck } from './seenCheck';

/** The documents answer where they are asked; a redirect ends the request. */
export const redirectCheck = seenCheck('transport.redirect', () => ({
  result: 'pass',
  message: 'The provider answers without a redirect',
}));
