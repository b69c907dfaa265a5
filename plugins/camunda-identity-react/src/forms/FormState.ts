import type { DoubtsByPath } from './doubts';
import { valueAt, withValue } from './paths';

/**
 * A record while it is typed: what every group of fields reads and writes. Paths are those of the record,
 * with dots.
 *
 * @public
 */
export interface FormState {
  /** The record, as far as it has been entered. */
  data: unknown;
  /** What the API would refuse, by path. */
  problems: ReadonlyMap<string, string>;
  /** What is stored all the same and doubtful, by path. */
  doubts?: DoubtsByPath;
  /** Say what is wrong at once, as after "Save". */
  showAll: boolean;
  /** Say what is wrong with a value while it is typed, and not only once its field is left. */
  whileTyping?: boolean;
  /** `undefined` removes a value. */
  set(path: string, value: unknown): void;
}

function withPrefix<T>(prefix: string, values: ReadonlyMap<string, T>) {
  return new Map(
    [...values].map(([path, value]) => [
      path === '' ? prefix : `${prefix}.${path}`,
      value,
    ]),
  );
}

/**
 * The form of a part of a record, such as its `components`, where somebody else holds the rest.
 *
 * @param part - path of the part in the record
 * @param problems - by paths below the part
 *
 * @public
 */
export function formOfPart(
  part: string,
  value: unknown,
  problems: ReadonlyMap<string, string>,
  showAll: boolean,
  onChange: (value: unknown) => void,
): FormState {
  const data = withValue({}, part, value);
  return {
    data,
    problems: withPrefix(part, problems),
    showAll,
    set: (path, next) => onChange(valueAt(withValue(data, path, next), part)),
  };
}
