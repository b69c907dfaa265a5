import type { DoubtsByPath } from './doubts';
import { valueAt, withValue } from './paths';

/**
 * A record that is being edited, which every group of fields reads and writes. Paths are dotted paths in the
 * record.
 *
 * @public
 */
export interface FormState {
  /** The record as entered so far. */
  data: unknown;
  /** Problems that the API would refuse, by path. */
  problems: ReadonlyMap<string, string>;
  /** Doubts that do not prevent storing, by path. */
  doubts?: DoubtsByPath;
  /** Show problems immediately, as after "Save". */
  showAll: boolean;
  /** Show problems of a value while it is typed, not only after its field has lost focus. */
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
 * The form state of a part of a record, such as its `components`, if the rest is held elsewhere.
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
