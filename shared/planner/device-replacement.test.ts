import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEVICE_TYPES } from '../devices/device-type.ts';
import { DEFAULT_POLICIES } from '../devices/lifecycle-policy.ts';
import { replacementDates, replacementQuarter, replacementWork } from './device-replacement.ts';
import { costOf } from './estimate.ts';
import { CostLine, NewPlannerItem } from './planner-item.ts';

const of = (...types: (typeof DEVICE_TYPES)[number][]) => types.map((type, at) => ({ name: `D-${at}`, type }));

describe('the work of replacing devices', () => {
  test('is named by kinds, most first, and by name when it is one', () => {
    const title = (...types: Parameters<typeof of>) => replacementWork(of(...types), DEFAULT_POLICIES).title;
    expect(title('server')).toBe('Replace server D-0');
    expect(title('laptop', 'laptop')).toBe('Replace 2 laptops');
    expect(title('server', 'laptop', 'laptop')).toBe('Replace 2 laptops and 1 server');
    expect(title('nas', 'server', 'laptop', 'laptop')).toBe('Replace 2 laptops, 1 NAS and 1 server');
    expect(title('nas', 'server', 'laptop', 'ups')).toBe('Replace 4 devices');
  });

  test('has a cost line a kind and the hours of each device; what has no price has no line', () => {
    expect(replacementWork(of('laptop', 'virtual-machine', 'laptop', 'server'), DEFAULT_POLICIES)).toMatchObject({
      costs: [
        { label: 'Laptop, replacement', quantity: 2, unitMinor: 145_000 },
        { label: 'Server, replacement', quantity: 1, unitMinor: 950_000 },
      ],
      hours: 30,
    });
  });

  test('costs what its devices cost one by one, and is always an item that can be kept', () => {
    const selection = fc.array(fc.constantFrom(...DEVICE_TYPES), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(selection, (types) => {
        const { title, costs, hours } = replacementWork(of(...types), DEFAULT_POLICIES);
        const each = types.reduce((sum, type) => sum + DEFAULT_POLICIES[type].replacementMinor, 0);
        expect(costs.reduce((sum, line) => sum + costOf(CostLine.parse(line)), 0)).toBe(each);
        const companyId = '01j9zq4xk3r8m2n5t7v9w1y3za';
        expect(NewPlannerItem.safeParse({ companyId, title, costs, hours }).success).toBe(true);
      }),
    );
  });
});

describe('its quarter', () => {
  test('is that of the first device to fall due, never one that has passed', () => {
    expect(replacementQuarter(['2028-02-01', '2027-05-01', undefined], '2026-11-22', 1)).toBe('2027-Q2');
    expect(replacementQuarter(['2019-02-01', '2027-05-01'], '2026-11-22', 1)).toBe('2026-Q4');
    expect(replacementQuarter([undefined], '2026-11-22', 1)).toBeUndefined();
    expect(replacementDates('2027-Q2', 7)).toEqual({ startDate: '2026-10-01', endDate: '2026-12-31' });
  });
});
