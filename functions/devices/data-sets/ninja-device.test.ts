import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CalendarDate } from '../../../shared/kernel/date.ts';
import { contentOf, NinjaDevice } from './ninja-device.ts';

const warrantyEnd = (endDate: unknown) => {
  const row = { id: 7, nodeClass: 'MAC', references: { warranty: { endDate } } };
  return contentOf(NinjaDevice.parse(row)).warrantyEnd;
};

describe('an instant becomes its day', () => {
  test.each([
    ['seconds', 1_801_440_000, '2027-02-01'],
    ['seconds with fractions', 1_801_440_000.25, '2027-02-01'],
    ['milliseconds', 1_801_440_000_000, '2027-02-01'],
    ['text', '2027-02-01T23:00:00-05:00', '2027-02-02'],
    ['the last day there is', '9999-12-31T00:00:00Z', '9999-12-31'],
    ['nothing', null, undefined],
    ['zero', 0, undefined],
    ['before 1970', -1, undefined],
    ['the year one', '0001-01-01T00:00:00Z', undefined],
    ['beyond every calendar', 1e17, undefined],
  ])('%s', (_, told, day) => {
    expect(warrantyEnd(told)).toBe(day);
  });

  it('that every page can show, or none, whatever number is told', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (told) => {
        const day = warrantyEnd(told);
        expect(day === undefined || CalendarDate.safeParse(day).success).toBe(true);
      }),
    );
  });
});
