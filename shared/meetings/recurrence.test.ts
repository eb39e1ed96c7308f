import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPEATS } from './kinds.ts';
import { nextStart, startAfter } from './recurrence.ts';

const ZONES = ['America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];

/** What people in the zone read on their wall. */
function wall(instant: string, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).formatToParts(new Date(instant));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Record<string, string>;
}

describe('a repeating meeting', () => {
  it.each([
    // The second Tuesday at ten in Portland, over the end of daylight saving and back.
    ['2026-09-08T17:00:00.000Z', 'America/Los_Angeles', 'quarterly', '2026-12-08T18:00:00.000Z'],
    ['2026-12-08T18:00:00.000Z', 'America/Los_Angeles', 'quarterly', '2027-03-09T18:00:00.000Z'],
    ['2027-03-09T18:00:00.000Z', 'America/Los_Angeles', 'quarterly', '2027-06-08T17:00:00.000Z'],
    // The fifth Friday of a month that has none the next time: the last one.
    ['2026-07-31T13:00:00.000Z', 'UTC', 'monthly', '2026-08-28T13:00:00.000Z'],
    ['2026-11-10T23:30:00.000Z', 'Asia/Kolkata', 'yearly', '2027-11-09T23:30:00.000Z'],
  ] as const)('of %s in %s is held %s at %s', (startsAt, zone, repeat, next) => {
    expect(nextStart(startsAt, zone, repeat)).toBe(next);
  });

  it('keeps weekday and time of day in every zone, in the month that is due', () => {
    const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), fc.constantFrom(...REPEATS), (date, zone, repeat) => {
        const startsAt = new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString();
        const next = nextStart(startsAt, zone, repeat);
        const [was, is] = [wall(startsAt, zone), wall(next, zone)];
        const months = (Number(is.year) - Number(was.year)) * 12 + Number(is.month) - Number(was.month);
        expect(months).toBe([1, 2, 3, 6, 12][REPEATS.indexOf(repeat)]);
        expect(is.weekday).toBe(was.weekday);
        // An hour that daylight saving skips on that day moves to the next one that exists.
        const minutes = ({ hour, minute }: Record<string, string>) => Number(hour) * 60 + Number(minute);
        const moved = Math.abs(minutes(is) - minutes(was));
        expect(moved === 0 || (Number(was.hour) <= 3 && moved <= 60)).toBe(true);
      }),
    );
  });

  it('goes on after now, however long it slept', () => {
    const first = '2026-09-08T17:00:00.000Z';
    const nextFrom = (now: string) => startAfter(now, first, 'America/Los_Angeles', 'quarterly');
    expect(nextFrom(first)).toBe('2026-12-08T18:00:00.000Z');
    expect(nextFrom('2027-03-09T18:00:00.000Z')).toBe('2027-06-08T17:00:00.000Z');
  });
});
