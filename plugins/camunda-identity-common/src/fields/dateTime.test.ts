import { dateTime } from './dateTime';

const problems = (value: unknown) =>
  dateTime()
    .safeParse(value)
    .error?.issues.map(({ message }) => message);

describe('a date and time', () => {
  it.each([
    '2027-01-31T00:00:00Z',
    '2027-01-31T00:00:00.5+02:00',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '9999-12-31T23:59:59+05:00',
  ])('may be %s', value => {
    expect(dateTime().parse(value)).toBe(value);
  });

  it.each([
    'tomorrow',
    '',
    '2026-13-45T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2027-01-31',
    '2027-01-31T00:00:00',
    '2027-01-31T00:00:00+99:00',
    '+010000-01-01T00:00:00Z',
    7,
    null,
  ])('is not %j, which is one problem and no error', value => {
    expect(problems(value)).toEqual([
      'expected a date and time such as 2027-01-31T00:00:00Z',
    ]);
  });

  it.each(['9999-12-31T23:59:59-05:00', '0000-01-01T00:00:00+05:00'])(
    'has a year of four digits in UTC, not %s',
    value => {
      expect(problems(value)).toEqual([
        'expected a year from 0000 to 9999 in UTC',
      ]);
    },
  );
});
