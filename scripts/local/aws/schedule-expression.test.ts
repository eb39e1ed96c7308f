import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRun } from './schedule-expression.ts';

const AFTER = '2026-11-22T10:30:15.000Z'; // a Sunday
const next = (expression: string, after = AFTER, timeZone?: string) =>
  nextRun(expression, new Date(after), timeZone).toISOString().replace(':00.000Z', 'Z');

describe('rates', () => {
  it.each([
    ['rate(1 minute)', '2026-11-22T10:31:15.000Z'],
    ['rate(5 minutes)', '2026-11-22T10:35:15.000Z'],
    ['rate(1 hour)', '2026-11-22T11:30:15.000Z'],
    ['rate(2 days)', '2026-11-24T10:30:15.000Z'],
  ])('%s runs next at %s', (expression, expected) => {
    expect(next(expression)).toBe(expected);
  });
});

describe('cron expressions', () => {
  it.each([
    ['cron(* * * * ? *)', '2026-11-22T10:31Z'],
    ['cron(0/15 * * * ? *)', '2026-11-22T10:45Z'],
    ['cron(*/20 * * * ? *)', '2026-11-22T10:40Z'],
    ['cron(30 10 * * ? *)', '2026-11-23T10:30Z'],
    ['cron(5,10 8-9 * * ? *)', '2026-11-23T08:05Z'],
    ['cron(0 8-18/4 ? * MON-FRI *)', '2026-11-23T08:00Z'],
    ['cron(0 6 ? * 2 *)', '2026-11-23T06:00Z'],
    ['cron(0 6 ? * SUN *)', '2026-11-29T06:00Z'],
    ['cron(0 6 ? * L *)', '2026-11-28T06:00Z'],
    ['cron(0 6 1 * ? *)', '2026-12-01T06:00Z'],
    ['cron(0 6 1 jan,jul ? *)', '2027-01-01T06:00Z'],
    ['cron(0 6 31 * ? *)', '2026-12-31T06:00Z'],
    ['cron(0 6 L * ? *)', '2026-11-30T06:00Z'],
    ['cron(0 6 L 2 ? *)', '2027-02-28T06:00Z'],
    ['cron(0 6 LW 1 ? *)', '2027-01-29T06:00Z'],
    ['cron(0 6 15W 11 ? *)', '2027-11-15T06:00Z'],
    ['cron(0 6 28W 11 ? *)', '2026-11-27T06:00Z'],
    ['cron(0 6 1W 8 ? 2027)', '2027-08-02T06:00Z'],
    ['cron(0 6 1W 5 ? 2027)', '2027-05-03T06:00Z'],
    ['cron(0 6 31W 10 ? 2027)', '2027-10-29T06:00Z'],
    ['cron(0 6 ? * 6L *)', '2026-11-27T06:00Z'],
    ['cron(0 6 ? * TUE#2 *)', '2026-12-08T06:00Z'],
    ['cron(0 6 ? * 1#5 *)', '2026-11-29T06:00Z'],
    ['cron(0 6 29 2 ? *)', '2028-02-29T06:00Z'],
    ['cron(0 0 1 1 ? 2030/5)', '2030-01-01T00:00Z'],
    ['cron(0 0 1 1 ? 2198-2199)', '2198-01-01T00:00Z'],
  ])('%s runs next at %s', (expression, expected) => {
    expect(next(expression)).toBe(expected);
  });

  it('runs after the instant, never at it', () => {
    expect(next('cron(30 10 * * ? *)', '2026-11-22T10:29:59.999Z')).toBe('2026-11-22T10:30Z');
    expect(next('cron(30 10 * * ? *)', '2026-11-22T10:30:00.000Z')).toBe('2026-11-23T10:30Z');
  });

  it('every run is later than the last and on the minute of the expression', () => {
    const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland');
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: 0, max: 59 }), (after, timeZone, minute) => {
        const run = nextRun(`cron(${minute} * * * ? *)`, after, timeZone);
        const clock = new Intl.DateTimeFormat('en-GB', { timeZone, minute: '2-digit' }).format(run);
        expect(Number(clock)).toBe(minute);
        expect(run.getTime()).toBeGreaterThan(after.getTime());
        expect(run.getTime() - after.getTime()).toBeLessThanOrEqual(2 * 3_600_000);
      }),
    );
  });
});

describe('time zones', () => {
  it('reads the expression on the clock of the zone', () => {
    expect(next('cron(0 8 * * ? *)', AFTER, 'Europe/Berlin')).toBe('2026-11-23T07:00Z');
    expect(next('cron(0 8 * * ? *)', '2026-07-01T00:00:00.000Z', 'Europe/Berlin')).toBe('2026-07-01T06:00Z');
    expect(next('cron(0 20 ? * SAT *)', AFTER, 'Pacific/Auckland')).toBe('2026-11-28T07:00Z');
    expect(next('cron(30 0 22 11 ? *)', '2026-11-22T01:00:00.000Z', 'America/New_York')).toBe('2026-11-22T05:30Z');
  });

  it('skips a time the clock jumps over in spring', () => {
    expect(next('cron(30 2 * * ? *)', '2027-03-27T12:00:00.000Z', 'Europe/Berlin')).toBe('2027-03-29T00:30Z');
  });

  it('runs once when the clock shows a time twice in autumn', () => {
    const first = next('cron(30 2 * * ? *)', '2026-10-24T12:00:00.000Z', 'Europe/Berlin');
    expect(first).toBe('2026-10-25T00:30Z');
    expect(next('cron(30 2 * * ? *)', '2026-10-25T00:30:00.000Z', 'Europe/Berlin')).toBe('2026-10-26T01:30Z');
  });
});

describe('invalid schedules name the expression and the reason', () => {
  it.each([
    ['every day', 'Schedule "every day": expected rate(...) or cron(...)'],
    ['at(2026-11-22T10:00:00)', 'expected rate(...) or cron(...)'],
    ['rate(5)', 'a rate is a number from 1'],
    ['rate(0 minutes)', 'a rate is a number from 1'],
    ['rate(2 weeks)', 'a rate is a number from 1'],
    ['rate(1 minutes)', 'say "1 minute"'],
    ['rate(5 minute)', 'say "5 minutes"'],
    ['cron(0 6 * * ?)', 'six fields'],
    ['cron(0 6 * * * *)', 'exactly one of day of month and day of week must be "?"'],
    ['cron(0 6 ? * ? *)', 'exactly one of'],
    ['cron(60 6 * * ? *)', 'minutes "60" is not 0 to 59'],
    ['cron(0 24 * * ? *)', 'hours "24" is not 0 to 23'],
    ['cron(0 6 0 * ? *)', 'day of month "0" is not 1 to 31'],
    ['cron(0 6 W * ? *)', 'day of month "" is not 1 to 31'],
    ['cron(0 6 * FOO ? *)', 'month "FOO" is not 1 to 12'],
    ['cron(0 6 ? * 8 *)', 'day of week "8" is not 1 to 7'],
    ['cron(0 6 ? * 2#6 *)', 'day of week "2#6"'],
    ['cron(0 6 * * ? 1969)', 'year "1969" is not 1970 to 2199'],
    ['cron(0/0 6 * * ? *)', 'needs a step of 1 or more'],
    ['cron(1/2/3 6 * * ? *)', 'minutes "1/2/3" is not readable'],
    ['cron(1-2-3 6 * * ? *)', 'minutes "1-2-3" is not readable'],
    ['cron(20-10 6 * * ? *)', 'minutes "20-10" runs backwards'],
    ['cron(0 6 1 1 ? 2020)', 'it never runs after 2026-11-22T10:30:15.000Z'],
    ['cron(0 6 30 2 ? *)', 'it never runs after'],
  ])('%s', (expression, message) => {
    expect(() => next(expression)).toThrow(message);
  });

  it('an unknown time zone', () => {
    expect(() => next('cron(0 6 * * ? *)', AFTER, 'Mars/Olympus')).toThrow('Mars/Olympus is not a time zone');
  });
});
