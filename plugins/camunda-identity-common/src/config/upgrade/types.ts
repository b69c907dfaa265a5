import type { ChartKeyChange } from '../../camunda';
import type { Finding } from '../../checks';

/**
 * A key of a values file that another chart takes in another way, or that it needs.
 *
 * @public
 */
export interface ValuesChange {
  /** Dotted path. */
  key: string;
  /** From 1, in the given file; of a key that was added, the line near which it stands. */
  line: number;
  /** `added`: the target needs it, and the file did not have it. */
  kind: ChartKeyChange | 'added';
  /** Dotted path of the key to use. */
  replacement?: string;
  text: string;
  /** The line as it was; a secret in it is masked. */
  before?: string;
  /** The line as it is now; missing where nothing stands in its place. */
  after?: string;
}

/**
 * What the target needs and nothing in the file says.
 *
 * @public
 */
export interface ValuesQuestion {
  /** Dotted path of the key to set. */
  key: string;
  text: string;
}

/** @public */
export interface ValuesUpgrade {
  /** The rewritten file; a secret that stood in it is masked. */
  content: string;
  changes: ValuesChange[];
  /** Where a secret stood in the file, and «secret» stands now. */
  masked: Array<{ key: string; line: number }>;
  /** What a person has to enter. */
  questions?: ValuesQuestion[];
  /** What there is to say of the file as a whole: where the values stand, that there are none. */
  findings?: Finding[];
  /** Entries of both lists beyond the 1,000 that the API answers. */
  notListed?: number;
}
