import { z } from 'zod';

// Tab, line feed and the rest of C0, DEL, C1 and the Unicode line separators: no value of Camunda's
// configuration can hold one, and each of them can break out of a file that is written from it.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

// Marks, embeddings, overrides and isolates: they change the order in which people see a line, not what is in it.
const BIDIRECTIONAL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Half of a character: no encoding can write it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * What no text may hold, in a record or a secret.
 *
 * @returns why it is refused; undefined for a text that may pass
 */
export function unseenProblem(text: string): string | undefined {
  if (LONE_SURROGATE.test(text))
    return 'holds half of a character (a lone surrogate); copy it anew';
  return BIDIRECTIONAL.test(text)
    ? 'characters that turn the direction of text are not allowed; they cannot be seen'
    : undefined;
}

/** Everything of the two, and halves of characters. */
const UNSEEN = new RegExp(
  [CONTROL.source, BIDIRECTIONAL.source, LONE_SURROGATE.source].join('|'),
  'gu',
);

/**
 * A text from outside as it may stand in a message: a space in place of what cannot be seen.
 *
 * @public
 */
export function shown(text: string): string {
  return text.replace(UNSEEN, ' ');
}

/** {@link unseenProblem} as a refinement. */
export function refuseUnseen(text: string, ctx: z.RefinementCtx) {
  const message = unseenProblem(text);
  if (message) ctx.addIssue({ code: 'custom', message });
}

/**
 * A line of text as every string of a record is: no control characters, nothing that cannot be seen or encoded,
 * no template braces (charts pass some values through `tpl`).
 *
 * @param max - most characters
 */
export function line(max: number, what = 'text') {
  return (
    z
      .string({
        error: issue =>
          issue.input === undefined ? 'is missing' : `expected ${what}`,
      })
      .trim()
      .min(1, { error: `${what} is empty` })
      // Nothing else looks at a text that is too long.
      .max(max, { error: `at most ${max} characters`, abort: true })
      .refine(value => !CONTROL.test(value), {
        error: 'control characters and line breaks are not allowed',
      })
      .superRefine(refuseUnseen)
      .refine(value => !value.includes('{{'), {
        error: '"{{" is not allowed: Helm would take it for a template',
      })
      .refine(value => !value.includes('#{'), {
        error:
          '"#{" is not allowed: Spring would take it for an expression to run',
      })
  );
}

/** One of a list of words; the message names them all. */
export function oneOf<const T extends readonly [string, ...string[]]>(
  values: T,
) {
  return z.enum(values, {
    error: issue =>
      issue.input === undefined
        ? 'is missing'
        : `expected one of ${values.join(', ')}`,
  });
}
