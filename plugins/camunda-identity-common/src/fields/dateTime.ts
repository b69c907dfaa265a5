import { z } from 'zod';

/**
 * A date and time (ISO 8601 with an offset). Its year in UTC has four digits: the last hours of 9999 west
 * of Greenwich are the year +010000, which neither sorts as text nor fits a column.
 */
export function dateTime() {
  return z.iso
    .datetime({
      offset: true,
      error: 'expected a date and time such as 2027-01-31T00:00:00Z',
      // Only what is a date has a year.
      abort: true,
    })
    .refine(value => /^\d{4}-/.test(new Date(value).toISOString()), {
      error: 'expected a year from 0000 to 9999 in UTC',
    });
}
