import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEVICE_TYPES, type DeviceType } from '../devices/device-type.ts';
import { DEFAULT_POLICIES } from '../devices/lifecycle-policy.ts';
import { type DueKind, OVERDUE } from '../devices/replacements.ts';
import { fiscalQuarter } from '../kernel/calendar.ts';
import { costsOfDevices, devicesWithin } from './device-costs.ts';
import { firstRules, grown } from './forecast-rules.ts';
import { firstMonth, forecast } from './forecasting.ts';
import { BASE, category, ground } from './testing/forecast-ground.ts';

const TODAY = '2026-11-23';
const YEARS = 4;

const kind = (type: DeviceType, due: string, count: number, planned = 0): DueKind => ({ type, due, count, planned });

function costs(
  kinds: readonly DueKind[],
  own: { hardwareIncreasePercent?: number; overdueQuarters?: number } = {},
  fiscalYearStart = 1,
) {
  const rules = { ...firstRules(BASE), ...own };
  return costsOfDevices(kinds, { policies: DEFAULT_POLICIES, rules, today: TODAY, fiscalYearStart });
}

const told = (known: ReturnType<typeof costs>, fiscalYearStart = 1, baseYear = BASE) =>
  forecast(ground({ costs: known, fiscalYearStart, rules: firstRules(baseYear) }));
const quartersOf = (known: ReturnType<typeof costs>) =>
  category(told(known), 'hardware')?.cells.map(({ quarters }) => quarters);

describe('devices that fall due', () => {
  it('cost the price of their kind in their fiscal quarter, and the increase more in each later year', () => {
    const [line] = costs([kind('laptop', '2028-Q2', 12, 3)], { hardwareIncreasePercent: 4 });
    expect(line).toMatchObject({
      label: '12 laptops due for replacement',
      categoryKey: 'hardware',
      source: { type: 'device', id: 'laptop' },
      devices: { type: 'laptop', quarter: '2028-Q2', planned: 3 },
      quantity: 12,
      unitMinor: 145_000,
      startDate: '2028-04-01',
    });
    expect(quartersOf(costs([kind('laptop', '2028-Q2', 12)], { hardwareIncreasePercent: 4 }))).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 1_881_984, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(grown(12 * 145_000, 4, 2)).toBe(1_881_984);
  });

  it('cost today`s price until the fiscal year ends, whenever that is', () => {
    const rising = { hardwareIncreasePercent: 10 };
    const known = costs([kind('server', '2027-Q4', 1), kind('server', '2028-Q1', 1)], rising, 7);
    const years = category(told(known, 7, 2027), 'hardware')?.cells.map(({ quarters }) => quarters);
    expect(years?.slice(0, 2)).toEqual([
      [0, 0, 0, 950_000],
      [1_045_000, 0, 0, 0],
    ]);
  });

  it('are a hundred percent sure, and follow no increase but their own', () => {
    const rules = { ...firstRules(BASE), globalDefaultIncreasePercent: 50, applyGlobalToAll: true };
    const known = costs([kind('laptop', '2028-Q2', 1)]);
    const sure = forecast(ground({ costs: known, rules, weighted: true }));
    expect(category(sure, 'hardware')?.cells[2]?.minor).toBe(145_000);
  });
});

describe('overdue devices', () => {
  const overdue = [kind('laptop', OVERDUE, 5, 2), kind('server', OVERDUE, 1), kind('firewall', OVERDUE, 1)];

  it('fall into the running quarter, or are dealt out one by one, the dearest first', () => {
    expect(quartersOf(costs(overdue))?.[0]).toEqual([0, 0, 0, 5 * 145_000 + 950_000 + 210_000]);
    expect(quartersOf(costs(overdue, { overdueQuarters: 4 }))?.slice(0, 2)).toEqual([
      [0, 0, 0, 950_000 + 145_000],
      [210_000 + 145_000, 2 * 145_000, 145_000, 0],
    ]);
  });

  it('are named with what is planned of them, and without a quarter', () => {
    const [server, , laptops] = costs(overdue);
    expect([server?.label, laptops?.label]).toEqual(['1 server past its lifespan', '5 laptops past their lifespan']);
    expect(laptops?.devices).toEqual({ type: 'laptop', planned: 2 });
  });
});

describe('whatever falls due', () => {
  const quarter = fc
    .record({ year: fc.integer({ min: 2027, max: 2030 }), at: fc.integer({ min: 1, max: 4 }) })
    .map(({ year, at }) => `${year}-Q${at}`);
  const anyKinds = fc.uniqueArray(
    fc.record({
      type: fc.constantFrom(...DEVICE_TYPES),
      due: fc.oneof(quarter, fc.constant(OVERDUE)),
      count: fc.nat(40),
      planned: fc.nat(9),
    }),
    { selector: ({ type, due }) => `${type} ${due}` },
  );
  const price = (kinds: readonly DueKind[]) =>
    kinds.reduce((sum, { type, count }) => sum + count * DEFAULT_POLICIES[type].replacementMinor, 0);
  const startMonth = fc.integer({ min: 1, max: 12 });
  const spreadOver = fc.integer({ min: 1, max: 12 });

  it('costs devices times price over all quarters, however overdue ones are spread, to the cent', () => {
    fc.assert(
      fc.property(anyKinds, spreadOver, startMonth, (kinds, overdueQuarters, fiscalYearStart) => {
        const { year } = fiscalQuarter(TODAY, fiscalYearStart);
        const known = costs(kinds, { overdueQuarters }, fiscalYearStart);
        const rules = { ...firstRules(year), yearsForward: 5 };
        const { totals } = forecast(ground({ costs: known, fiscalYearStart, rules }));
        expect(totals.reduce((sum, { minor }) => sum + minor, 0)).toBe(price(kinds));
        const all = kinds.reduce((sum, { count }) => sum + count, 0);
        expect(devicesWithin(known, firstMonth(year, fiscalYearStart), 6)).toBe(all);
      }),
    );
  });

  it('stands in one line for each kind and quarter, whole devices, overdue ones as evenly as they go', () => {
    fc.assert(
      fc.property(anyKinds, spreadOver, (kinds, overdueQuarters) => {
        const known = costs(kinds, { overdueQuarters });
        expect(new Set(known.map(({ key }) => key)).size).toBe(known.length);
        expect(known.every(({ quantity }) => Number.isInteger(quantity) && quantity > 0)).toBe(true);
        const late = known.filter(({ devices }) => devices?.quarter === undefined);
        const counts = Array.from({ length: overdueQuarters }, (_, at) => {
          const month = firstMonth(2026, 1) + 9 + at * 3;
          return late.filter(({ from }) => from === month).reduce((sum, { quantity }) => sum + quantity, 0);
        });
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('costs each year what the increase makes of it', () => {
    fc.assert(
      fc.property(anyKinds, fc.integer({ min: -20, max: 30 }), (kinds, hardwareIncreasePercent) => {
        const { years, categories } = told(costs(kinds, { hardwareIncreasePercent }));
        const lines = categories.flatMap((one) => one.lines);
        for (const { amounts, quantity, unitMinor, startDate } of lines) {
          const at = years.indexOf(Number(startDate?.slice(0, 4)));
          const minor = amounts.flat().reduce((sum, one) => sum + one, 0);
          expect(minor).toBe(grown(quantity * unitMinor, hardwareIncreasePercent, at));
          expect(at).toBeLessThan(YEARS);
        }
      }),
    );
  });
});
