import { seenCheck } from './seenCheck';

/** A good answer says that it is JSON; another ends the request. */
export const contentTypeCheck = seenCheck('transport.content-type', () => ({
  result: 'pass',
  message: 'The provider answers with application/json',
}));
