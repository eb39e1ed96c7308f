import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf, minutesOver, runningTimes } from './clock.ts';

const meeting = { startsAt: '2026-12-09T18:00:00.000Z', durationMinutes: 20 };
const boxes = (...minutes: number[]) => minutes.map((one) => ({ minutes: one }));

describe('the clock of an agenda', () => {
  it('runs on from item to item, and tells what ends too late', () => {
    expect(runningTimes(meeting, boxes(5, 15, 3))).toEqual([
      { at: '2026-12-09T18:00:00.000Z', late: false },
      { at: '2026-12-09T18:05:00.000Z', late: false },
      { at: '2026-12-09T18:20:00.000Z', late: true },
    ]);
    expect(endOf(meeting)).toBe('2026-12-09T18:20:00.000Z');
  });

  it('has an item that is late exactly when the agenda is over its time', () => {
    assert(
      property(
        array(integer({ min: 1, max: 240 }), { maxLength: 40 }),
        integer({ min: 10, max: 600 }),
        (given, durationMinutes) => {
          const plannedMinutes = given.reduce((sum, one) => sum + one, 0);
          const late = runningTimes({ ...meeting, durationMinutes }, boxes(...given)).some((one) => one.late);
          expect(late).toBe(minutesOver({ plannedMinutes, durationMinutes }) > 0);
        },
      ),
    );
  });
});
