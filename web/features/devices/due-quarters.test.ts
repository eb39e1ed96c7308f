import { describe, expect, it } from 'vitest';
import type { FleetFigures } from '../../../shared/devices/fleet.ts';
import { dueBars, dueTotal } from './due-quarters.ts';

const due = (quarter: string, count: number) => ({ quarter, count, minor: count * 100, hours: count * 2 });
const quarters = Array.from({ length: 14 }, (_, at) => due(`${2027 + Math.floor(at / 4)}-Q${(at % 4) + 1}`, 1));
const figures = { overdue: due('overdue', 3), quarters } as FleetFigures;

describe('what falls due', () => {
  it('begins with what is overdue and ends with what is far off, and nothing is lost', () => {
    const bars = dueBars(figures, 1);
    expect(bars.map(({ label }) => label)).toEqual(
      [
        'Overdue',
        'Q1 2027',
        'Q2 2027',
        'Q3 2027',
        'Q4 2027',
        'Q1 2028',
        'Q2 2028',
        'Q3 2028',
        'Q4 2028',
        'Q1 2029',
      ].concat(['Q2 2029', 'Q3 2029', 'Q4 2029', 'Later']),
    );
    expect(bars.at(-1)).toEqual({ id: 'later', label: 'Later', isOverdue: false, count: 2, minor: 200, hours: 4 });
    expect(dueTotal(bars)).toEqual({ count: 17, minor: 1_700, hours: 34 });
  });

  it('opens the list of its devices', () => {
    const [first, second] = dueBars(figures, 7);
    expect([first?.search, second?.search]).toEqual([{ lens: 'overdue' }, { quarter: '2027-Q1' }]);
    expect(second?.label).toBe('Q1 FY27');
  });
});
