import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affordable, costOf, latestFor, RATE, rateState, waitFor } from './rate.ts';

const NOW = Date.parse('2026-03-02T09:00:00Z');
const MINUTE = RATE.seconds * 1_000;

describe('the requests of a key', () => {
  it('are all there at first, and again after the window', () => {
    expect(affordable(0, NOW)).toBe(RATE.requests);
    const spent = NOW + costOf(RATE.requests);
    expect(affordable(spent, NOW)).toBe(0);
    expect(rateState(spent, 0, NOW)).toEqual({ limit: RATE.requests, remaining: 0, reset: RATE.seconds });
    expect(affordable(spent, NOW + MINUTE)).toBe(RATE.requests);
    expect(rateState(spent, 0, NOW + MINUTE)).toEqual({ limit: RATE.requests, remaining: RATE.requests, reset: 0 });
  });

  it('count those that are drawn and not used yet as remaining', () => {
    const fullAt = NOW + costOf(20);
    expect(rateState(fullAt, 15, NOW)).toEqual({ limit: RATE.requests, remaining: RATE.requests - 5, reset: 1 });
  });

  it('are never more in any stretch of time than the limit and what grew back in it', () => {
    const steps = fc.array(fc.record({ wait: fc.nat(5_000), want: fc.integer({ min: 1, max: 60 }) }), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(steps, (asked) => {
        let [fullAt, now, drawn] = [0, NOW, 0];
        for (const { wait, want } of asked) {
          now += wait;
          // What the condition of the write says: let through exactly when so many can be afforded.
          expect(fullAt <= latestFor(want, now)).toBe(want <= affordable(fullAt, now));
          if (fullAt > latestFor(want, now)) continue;
          fullAt = Math.max(fullAt, now) + costOf(want);
          drawn += want;
        }
        expect(drawn).toBeLessThanOrEqual(RATE.requests + (now - NOW) / costOf(1));
      }),
    );
  });

  it('come back after the wait that is told, and not before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MINUTE }), (ahead) => {
        const fullAt = NOW + MINUTE + ahead - costOf(1);
        const seconds = waitFor(fullAt, NOW);
        expect(affordable(fullAt, NOW + seconds * 1_000)).toBeGreaterThanOrEqual(1);
        if (seconds > 1) expect(affordable(fullAt, NOW + (seconds - 1) * 1_000)).toBe(0);
      }),
    );
  });
});
