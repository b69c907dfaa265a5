const SECOND = 1000;
const UNITS: ReadonlyArray<[Intl.RelativeTimeFormatUnit, number]> = [
  ['year', 365 * 86400 * SECOND],
  ['month', 30 * 86400 * SECOND],
  ['day', 86400 * SECOND],
  ['hour', 3600 * SECOND],
  ['minute', 60 * SECOND],
  ['second', SECOND],
];

/**
 * "2 minutes ago", "in 3 days", using Intl only, without a date library.
 *
 * @param at - ISO 8601; any other text is returned unchanged
 * @param locale - BCP 47
 * @param now - milliseconds since 1970
 * @public
 */
export function relativeTime(
  at: string,
  locale: string,
  now: number = Date.now(),
): string {
  const difference = Date.parse(at) - now;
  if (Number.isNaN(difference)) return at;
  const [unit, size] =
    UNITS.find(([, length]) => Math.abs(difference) >= length) ??
    UNITS[UNITS.length - 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
    Math.trunc(difference / size),
    unit,
  );
}

/**
 * Date and time in a language, to the second.
 *
 * @param at - ISO 8601; any other text is returned unchanged
 * @public
 */
export function exactTime(at: string, locale: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
  }).format(time);
}
