import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideHalfEven, formatMoney, labour, MAX_MINOR, minorDigits, percent, split, times } from './money.ts';

const minor = fc.integer({ min: -MAX_MINOR, max: MAX_MINOR });

describe('money', () => {
  it('rounds halves to the even cent, on both sides of zero', () => {
    expect([5n, 15n, 25n, -5n, -15n, -25n].map((n) => divideHalfEven(n, 10n))).toEqual([0n, 2n, 2n, 0n, -2n, -2n]);
    expect(() => divideHalfEven(1n, 0n)).toThrow('positive');
  });

  it('never moves further than half a unit from the exact quotient', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (n, d) => {
          const distance = divideHalfEven(n, d) * d - n;
          expect(2n * (distance < 0n ? -distance : distance)).toBeLessThanOrEqual(d);
        },
      ),
    );
  });

  it('prices labour without binary fractions deciding a cent', () => {
    expect(labour(1.1, 16_500)).toBe(18_150);
    expect(labour(0.29, 100)).toBe(29);
    expect(times(1_005, 1.1)).toBe(1_106);
  });

  it('splits an amount so that its parts add up to it', () => {
    fc.assert(
      fc.property(minor, fc.integer({ min: 1, max: 120 }), (amount, parts) => {
        const shares = split(amount, parts);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(amount);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
    expect(() => split(1, 0)).toThrow('at least one');
  });

  it('shows percentages half-up and amounts in their own digits', () => {
    expect([percent(1, 8, 1), percent(1, 3), percent(1, 0), percent(5, 1000, 0)]).toEqual([12.5, 33, 0, 1]);
    expect(formatMoney(2_150_000, 'USD', 'en-US', true)).toBe('$21,500');
    expect(formatMoney(2_150_050, 'USD', 'en-US', true)).toBe('$21,500.50');
    expect(formatMoney(500, 'JPY', 'en-US')).toBe('¥500');
  });

  it('knows the decimals of a currency', () => {
    expect([minorDigits('USD'), minorDigits('JPY'), minorDigits('KWD')]).toEqual([2, 0, 3]);
  });
});
