import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Clock,
  clockText,
  elapsedMs,
  minutesOf,
  pause,
  restored,
  resume,
  STOPPED,
  show,
  spentMs,
  spentSeconds,
} from './clock.ts';

describe('the clock of a meeting', () => {
  it('counts for the item on the screen, and goes on where an item was left', () => {
    let clock = show(STOPPED, 'a', 0, 1_000);
    clock = show(clock, 'b', 30, 61_000);
    clock = show(clock, 'a', 0, 71_000);
    expect([spentSeconds(clock, 'a', 76_000), spentSeconds(clock, 'b', 76_000)]).toEqual([65, 40]);
    expect(spentSeconds(clock, 'never shown', 76_000)).toBe(0);
  });

  it('stands still while the meeting is paused, also when another item is looked at meanwhile', () => {
    let clock = pause(show(STOPPED, 'a', 0, 0), 10_000);
    expect(pause(clock, 20_000)).toBe(clock);
    clock = show(clock, 'b', 0, 30_000);
    expect(elapsedMs(clock, new Date(0).toISOString(), 40_000)).toBe(10_000);
    clock = resume(clock, 50_000);
    expect(resume(clock, 55_000)).toBe(clock);
    expect([spentMs(clock, 'a', 60_000), spentMs(clock, 'b', 60_000)]).toEqual([10_000, 10_000]);
    expect(elapsedMs(clock, new Date(0).toISOString(), 60_000)).toBe(20_000);
  });

  it('counts a reload for the item, and neither a night nor a clock that was set back', () => {
    const clock = show(STOPPED, 'a', 0, 1_000_000);
    expect(spentMs(restored(clock, 1_060_000), 'a', 1_061_000)).toBe(61_000);
    expect(spentMs(restored(clock, 30_000_000), 'a', 30_001_000)).toBe(1_000);
    expect(spentMs(restored(clock, 500_000), 'a', 501_000)).toBe(1_000);
  });

  it('never loses or invents time, whatever is pressed', () => {
    const step = fc.record({
      after: fc.integer({ min: 0, max: 600_000 }),
      press: fc.constantFrom('a', 'b', 'c', 'pause', 'resume'),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let [clock, now]: [Clock, number] = [show(STOPPED, 'a', 0, 0), 0];
        for (const { after, press } of steps) {
          now += after;
          if (press === 'pause') clock = pause(clock, now);
          else if (press === 'resume') clock = resume(clock, now);
          else clock = show(clock, press, 0, now);
        }
        const all = ['a', 'b', 'c'].reduce((sum, id) => sum + spentMs(clock, id, now), 0);
        expect(all).toBe(elapsedMs(clock, new Date(0).toISOString(), now));
      }),
    );
  });

  it('tells the API at most a day for one item', () => {
    expect(spentSeconds(show(STOPPED, 'a', 86_400, 0), 'a', 60_000)).toBe(86_400);
  });

  it('is read across a room', () => {
    expect([0, 1_334_000, 3_849_000].map(clockText)).toEqual(['00:00', '22:14', '64:09']);
    expect([0, 5_000, 89_000, 91_000].map(minutesOf)).toEqual([0, 0, 1, 2]);
  });
});
