import { UnreadableConfigError } from './types';

/** UTF-16 units; bodies of the API are not larger. */
const MAX_LENGTH = 256 * 1024;

/** Lines of the longest values file that Camunda publishes: some 4,000. */
const MAX_LINES = 20_000;

/** Of one line; nobody writes a value that is longer. */
const MAX_LINE = 64 * 1024;

/**
 * Refuses a file that is larger than any that is meant, before anything reads it.
 *
 * @throws UnreadableConfigError
 */
export function assertReadable(content: string) {
  if (content.length > MAX_LENGTH)
    throw new UnreadableConfigError(`is larger than ${MAX_LENGTH / 1024} KiB`);
  let lines = 1;
  let start = 0;
  for (;;) {
    const end = content.indexOf('\n', start);
    const length = (end < 0 ? content.length : end) - start;
    if (length > MAX_LINE)
      throw new UnreadableConfigError(
        `line ${lines}: is longer than ${MAX_LINE / 1024} KiB`,
      );
    if (end < 0) return;
    lines += 1;
    start = end + 1;
    if (lines > MAX_LINES)
      throw new UnreadableConfigError(`has more than ${MAX_LINES} lines`);
  }
}
