import { line } from './line';

const NAME = /^[a-z0-9](-?[a-z0-9])*$/;

/** @public */
export const nameSchema = line(63, 'a name').regex(NAME, {
  error: 'expected lower case letters and digits, single hyphens between them',
});
