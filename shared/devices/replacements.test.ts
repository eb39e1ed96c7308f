import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAST_LIFESPAN } from './device-findings.ts';
import { DEVICE_TYPES } from './device-type.ts';
import { dueKinds, OVERDUE, type Planned } from './replacements.ts';

const quartersOf = (...names: string[]) => names.map((quarter) => ({ quarter, count: 0, minor: 0, hours: 0 }));
const figures = {
  quarters: quartersOf('2026-Q4', '2027-Q2'),
  dueKinds: { laptop: [5, 2, 3], firewall: [1, 0, 0], server: [0, 0, 1] },
};
const nothing: Planned = { devices: [], coversOverdue: () => false };
const shown = (planned: Planned, quarter = '2026-Q4') =>
  dueKinds(figures, planned, quarter).map((kind) => [kind.due, kind.type, kind.count, kind.planned]);

describe('what falls due', () => {
  it('counts by kind and quarter, without what work replaces already', () => {
    const devices = [
      { type: 'laptop' as const, due: '2027-Q2' },
      { type: 'laptop' as const, due: OVERDUE },
    ];
    expect(shown({ ...nothing, devices })).toEqual([
      [OVERDUE, 'laptop', 4, 1],
      [OVERDUE, 'firewall', 1, 0],
      ['2026-Q4', 'laptop', 2, 0],
      ['2027-Q2', 'laptop', 2, 1],
      ['2027-Q2', 'server', 1, 0],
    ]);
  });

  it('leaves out all overdue computers once work answers the finding that tells of them', () => {
    const covered = shown({ ...nothing, coversOverdue: PAST_LIFESPAN.computers.holds });
    expect(covered.slice(0, 3)).toEqual([
      [OVERDUE, 'laptop', 0, 5],
      [OVERDUE, 'firewall', 1, 0],
      ['2026-Q4', 'laptop', 2, 0],
    ]);
  });

  it('is overdue when its quarter has passed since it was counted', () => {
    const late = shown({ ...nothing, devices: [{ type: 'laptop', due: '2026-Q4' }] }, '2027-Q1');
    expect(late[0]).toEqual([OVERDUE, 'laptop', 6, 1]);
  });

  it('has every device once, counted or planned, whatever is planned', () => {
    const quarter = fc.constantFrom(OVERDUE, '2026-Q3', '2026-Q4', '2027-Q1', '2028-Q3');
    const type = fc.constantFrom(...DEVICE_TYPES);
    const device = fc.record({ type, due: quarter });
    fc.assert(
      fc.property(fc.array(device), fc.array(device), fc.func(fc.boolean()), (fleet, devices, covers) => {
        const names = [OVERDUE, '2026-Q3', '2026-Q4', '2027-Q1', '2028-Q3'];
        const counted = DEVICE_TYPES.map((one) => [
          one,
          names.map((name) => fleet.filter((own) => own.type === one && own.due === name).length),
        ]);
        const told = { quarters: quartersOf(...names.slice(1)), dueKinds: Object.fromEntries(counted) };
        const kinds = dueKinds(told, { devices, coversOverdue: (one) => covers(one) }, '2026-Q4');
        expect(kinds.reduce((sum, { count, planned }) => sum + count + planned, 0)).toBe(fleet.length);
        expect(new Set(kinds.map((kind) => `${kind.due} ${kind.type}`)).size).toBe(kinds.length);
        expect(kinds.every(({ count, planned }) => count >= 0 && planned >= 0)).toBe(true);
      }),
    );
  });
});
