import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateIn } from '../kernel/calendar.ts';
import { digestDue, sinceText } from './digest.ts';

const HOUR = 3_600_000;
/** Zones whose clocks are turned at night, by half an hour, at midnight, or that stand a day apart. */
const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Honolulu',
  'UTC',
];
const zones = fc.constantFrom(...ZONES);
/** Years of which all those zones turn their clocks, and some do so on a weekday. */
const starts = fc.date({ min: new Date('2023-01-01'), max: new Date('2027-12-01'), noInvalidDate: true });
/** Hours from tick to tick: the clock comes twice, a little late, or stays away for a day. */
const waits = fc.array(fc.constantFrom(0, 0.25, 0.5, 1, 1, 1, 1, 2, 26), { minLength: 50, maxLength: 300 });

const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
const mondayOf = (day: string) => addDays(day, -((weekdayOf(day) + 6) % 7));
const hourIn = (zone: string, at: Date) =>
  Number(new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(at));

/** Ticks of the clock, and those at which a digest went out. */
function runThrough(every: 'daily' | 'weekly', zone: string, start: Date, gaps: readonly number[]) {
  let [at, last] = [start.getTime(), start];
  const ticks: Date[] = [];
  const sent: Date[] = [];
  for (const gap of gaps) {
    at += gap * HOUR;
    const now = new Date(at);
    ticks.push(now);
    if (!digestDue(every, zone, last, now)) continue;
    sent.push(now);
    last = now;
  }
  return { ticks, sent };
}

describe('a digest', () => {
  test('goes out at most once a day or week, on its days, from seven until the end of the day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('daily' as const, 'weekly' as const),
        zones,
        starts,
        waits,
        (every, zone, start, gaps) => {
          const { sent } = runThrough(every, zone, start, gaps);
          const days = sent.map((at) => dateIn(zone, at));
          expect(new Set(days).size).toBe(days.length);
          for (const at of sent) expect(hourIn(zone, at)).toBeGreaterThanOrEqual(7);
          if (every === 'daily') {
            expect(days.map(weekdayOf).filter((day) => day === 0 || day === 6)).toEqual([]);
          } else {
            expect(new Set(days.map(mondayOf)).size).toBe(days.length);
            expect(days.map(mondayOf)).toEqual(days);
          }
        },
      ),
    );
  });

  test('goes out on every one of its days on which the clock ticks after seven', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('daily' as const, 'weekly' as const),
        zones,
        starts,
        waits,
        (every, zone, start, gaps) => {
          const { ticks, sent } = runThrough(every, zone, start, gaps);
          const begun = dateIn(zone, start);
          const looked = ticks.filter((at) => hourIn(zone, at) >= 7).map((at) => dateIn(zone, at));
          const expected = [...new Set(looked)].filter((day) => {
            const weekday = weekdayOf(day);
            return day > begun && (every === 'weekly' ? weekday === 1 : weekday >= 1 && weekday <= 5);
          });
          expect(sent.map((at) => dateIn(zone, at)).filter((day) => day > begun)).toEqual(expected);
        },
      ),
    );
  });

  test.each([
    ['at six it is too early', 'daily', '2026-11-20T15:00:00Z', '2026-11-23T11:59:00Z', false],
    ['at seven on a Monday, since Friday', 'daily', '2026-11-20T15:00:00Z', '2026-11-23T12:00:00Z', true],
    ['on a Monday, of the week', 'weekly', '2026-11-16T12:00:00Z', '2026-11-23T12:00:00Z', true],
    ['late on its day', 'weekly', '2026-11-16T12:00:00Z', '2026-11-24T04:30:00Z', true],
    ['not the day after', 'weekly', '2026-11-16T12:00:00Z', '2026-11-24T12:00:00Z', false],
    ['not on a Saturday', 'daily', '2026-11-19T12:00:00Z', '2026-11-21T14:00:00Z', false],
    ['not on the day of who asked for it after seven', 'daily', '2026-11-23T13:00:00Z', '2026-11-23T14:00:00Z', false],
    ['on the day of who asked for it before seven', 'daily', '2026-11-23T11:00:00Z', '2026-11-23T12:00:00Z', true],
  ] as const)('%s', (_, every, last, now, due) => {
    expect(digestDue(every, 'America/New_York', new Date(last), new Date(now))).toBe(due);
  });
});

test.each([
  ['2026-11-23T11:30:00Z', 'this morning'],
  ['2026-11-22T13:00:00Z', 'yesterday'],
  ['2026-11-20T12:00:00Z', 'Friday'],
  ['2026-11-16T12:00:00Z', 'last Monday'],
  ['2026-11-03T12:00:00Z', 'November 3'],
])('a digest of Monday the 23rd that tells since %s says "%s"', (since, words) => {
  const now = new Date('2026-11-23T12:00:00Z');
  expect(sinceText(new Date(since), now, 'America/New_York', 'en-US')).toBe(words);
});
