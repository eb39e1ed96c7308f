import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brief, spelledOut } from './brief-time.ts';

const back = (text: string) => {
  const short = brief(text);
  return typeof short === 'number' ? spelledOut(short) : short;
};

describe('a time in a row', () => {
  it('is a number', () => {
    expect(brief('2026-11-23T02:17:21.004Z')).toBe(Date.UTC(2026, 10, 23, 2, 17, 21, 4));
    expect([brief('2026-11-23'), brief('9999-12-31'), brief('0000-01-01')]).toEqual([20_261_123, 99_991_231, 101]);
  });

  it('comes back letter by letter, whatever it says', () => {
    const instant = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    const digit = fc.constantFrom(...'0123456789');
    const filled = (mask: string) =>
      fc.tuple(...[...mask].map((sign) => (sign === '0' ? digit : fc.constant(sign)))).map((signs) => signs.join(''));
    const time = fc.oneof(instant, filled('0000-00-00'), filled('0000-00-00T00:00:00.000Z'), fc.string());
    fc.assert(
      fc.property(time, (text) => {
        expect(back(text)).toBe(text);
      }),
    );
  });

  it('stays a text where a number would say something else', () => {
    for (const text of ['2026-02-30T00:00:00.000Z', '1970-01-01T00:00:00.000Z', '2026-11-23T02:17Z', '2026-11'])
      expect(brief(text)).toBe(text);
    expect([brief(7), brief(undefined)]).toEqual([7, undefined]);
  });
});
