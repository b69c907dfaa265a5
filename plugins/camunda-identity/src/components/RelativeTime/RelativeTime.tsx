import { DateTime } from 'luxon';

/**
 * How long ago something was; the exact time on hover.
 *
 * @param props - `at`: ISO 8601
 */
export function RelativeTime(props: { at: string }) {
  const time = DateTime.fromISO(props.at);
  return (
    <time
      dateTime={props.at}
      title={time.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS)}
    >
      {relative(props.at)}
    </time>
  );
}

/** The same as text. */
export function relative(at: string): string {
  return DateTime.fromISO(at).toRelative() ?? at;
}
