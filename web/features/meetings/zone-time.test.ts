import { assert, constantFrom, date, property } from 'fast-check';
import { expect, it } from 'vitest';
import { dayAndTime, instantOf, proposedDay, zoneName } from './zone-time.ts';

const LA = 'America/Los_Angeles';

it('keeps the hour of the wall clock through daylight saving', () => {
  expect(instantOf({ date: '2026-07-09', time: '10:00' }, LA)).toBe('2026-07-09T17:00:00.000Z');
  expect(instantOf({ date: '2026-12-09', time: '10:00' }, LA)).toBe('2026-12-09T18:00:00.000Z');
  expect(instantOf({ date: '2027-03-14', time: '02:30' }, LA)).toBe('2027-03-14T10:30:00.000Z');
});

it('reads back what it wrote, in any zone', () => {
  const zones = constantFrom(LA, 'UTC', 'Asia/Kolkata', 'Pacific/Auckland');
  const when = date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  assert(
    property(when, zones, (at, zone) => {
      const read = dayAndTime(at.toISOString(), zone);
      // An hour that comes twice in autumn is read the same both times.
      expect(dayAndTime(instantOf(read, zone), zone)).toEqual(read);
    }),
  );
});

it('names a zone, and proposes a working day', () => {
  expect(zoneName(LA, 'en-US')).toBe('Pacific Time');
  expect(proposedDay('2026-11-23')).toBe('2026-12-07');
  expect(proposedDay('2026-11-21')).toBe('2026-12-07');
  expect(proposedDay('2026-11-22')).toBe('2026-12-07');
});
