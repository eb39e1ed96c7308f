import { describe, expect, it } from 'vitest';
import { type FaultPoint, Faults } from './faults.ts';

const put: FaultPoint = {
  service: 'dynamodb',
  operation: 'TransactWriteItems',
  function: 'fairlead-local-goals-api',
  table: 'fairlead-local-app',
};

describe('a fault rule', () => {
  it('strikes where all its fields fit, functions and tables with or without their stage', () => {
    const faults = new Faults();
    faults.add({ service: 'dynamodb', function: 'goals-api', table: 'app', effect: 'throttle' });
    expect(faults.at(put)).toHaveLength(1);
    expect(faults.at({ ...put, function: 'fairlead-local-goals-on-x' })).toEqual([]);
    expect(faults.at({ ...put, service: 's3' })).toEqual([]);
  });

  it('strikes at the nth point only, or so many times', () => {
    const faults = new Faults();
    faults.add({ effect: 'throttle', nth: 2 });
    expect([1, 2, 3].map(() => faults.at(put).length)).toEqual([0, 1, 0]);
    faults.clear();
    faults.add({ effect: 'throttle', times: 2 });
    expect([1, 2, 3].map(() => faults.at(put).length)).toEqual([1, 1, 0]);
  });

  it('can be disarmed', () => {
    const faults = new Faults();
    const disarm = faults.add({ effect: 'delay' });
    disarm();
    expect(faults.at(put)).toEqual([]);
  });

  it('strikes at the same points for the same seed', () => {
    const run = (seed: number) => {
      const faults = new Faults(seed);
      faults.add({ effect: 'throttle', probability: 0.3 });
      return Array.from({ length: 200 }, () => faults.at(put).length);
    };
    expect(run(7)).toEqual(run(7));
    expect(run(7)).not.toEqual(run(8));
    const share = run(7).filter(Boolean).length / 200;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
  });

  it('about one text strikes only what mentions it', () => {
    const faults = new Faults();
    faults.add({ about: 'cedar', effect: 'throttle' });
    const mentions = (text: string) => 'of cedar ridge'.includes(text);
    expect([faults.at({ ...put, mentions }).length, faults.at({ ...put, mentions: () => false }).length]).toEqual([
      1, 0,
    ]);
    expect(faults.at(put)).toEqual([]);
  });

  it('serving an MSP strikes whatever workers call on its behalf, and tells in the end what it met', () => {
    const faults = new Faults();
    const disarm = faults.add({ serving: ['cedar', 'cookie-of-olga'], effect: 'kill-worker-before', nth: 2 });
    const of = (event: string) => ({ ...put, serves: (text: string) => event.includes(text) });
    const events = ['about tigard', 'about cedar', 'with cookie-of-olga', 'about cedar'];
    expect([...events.map((event) => faults.at(of(event)).length), faults.at(put).length]).toEqual([0, 0, 1, 0, 0]);
    const where = 'dynamodb TransactWriteItems of fairlead-local-goals-api';
    expect(disarm()).toEqual({ seen: 3, struck: 1, where });
    expect(faults.struck).toEqual({ 'kill-worker-before': 1 });
  });

  it('starts its sequence anew when reseeded, and shuffles by it', () => {
    const faults = new Faults(3);
    const first = faults.shuffled([1, 2, 3, 4, 5, 6]);
    expect([...first].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    faults.reseed(3);
    expect(faults.shuffled([1, 2, 3, 4, 5, 6])).toEqual(first);
  });
});

describe('what the bus would deliver', () => {
  it('is kept back for whoever holds what it is about, in its order, and nothing else is', () => {
    const faults = new Faults();
    const [one, other] = [
      { queue: 'goals', body: 'cedar 1' },
      { queue: 'plans', body: 'cedar 2' },
    ];
    expect(faults.keep(one)).toBe(false);
    faults.hold('cedar');
    expect([faults.keep(one), faults.keep({ queue: 'goals', body: 'tigard' }), faults.keep(other)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(faults.release('cedar')).toEqual([one, other]);
    expect(faults.release('cedar')).toEqual([]);
  });
});
