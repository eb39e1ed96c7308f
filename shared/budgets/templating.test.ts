import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountIn } from './amounts.ts';
import type { BudgetLine } from './budget.ts';
import { BudgetTemplate } from './budget-template.ts';
import { SHIPPED_TEMPLATES } from './shipped-templates.ts';
import { priceMove } from './staleness.ts';
import { linesOf, templateLine } from './templating.ts';

const year = { fiscalYear: 2027, fiscalYearStart: 7, currency: 'USD' };

describe('the shipped templates', () => {
  it('are four, whole, and each fits one budget', () => {
    expect(SHIPPED_TEMPLATES.map(({ name }) => name)).toEqual([
      'Standard IT support',
      'Project implementation',
      'Infrastructure refresh',
      'Security enhancement',
    ]);
    for (const one of SHIPPED_TEMPLATES) expect(BudgetTemplate.safeParse(one).error).toBeUndefined();
  });
});

describe('a budget that starts from a template', () => {
  const [support] = SHIPPED_TEMPLATES as [BudgetTemplate];

  it('has its lines in months of its own fiscal year, for each of the client`s seats', () => {
    const lines = linesOf(support, year, 31);
    expect(lines[0]).toMatchObject({
      label: 'Managed support',
      quantity: 31,
      unitMinor: 11_000,
      startDate: '2026-07-01',
    });
    expect(lines.find(({ label }) => label.startsWith('Spare'))).toMatchObject({
      quantity: 1,
      startDate: '2026-10-01',
    });
  });

  it('counts one seat where nobody knows how many there are, and guesses no rate of exchange', () => {
    expect(linesOf(support, year, 0)[0]?.quantity).toBe(1);
    expect(linesOf(support, { ...year, currency: 'CAD' }, 5).every(({ unitMinor }) => unitMinor === 0)).toBe(true);
  });

  it('costs in its year what the budget costs that the template was kept from', () => {
    const line = fc.record({
      label: fc.constant('A line'),
      type: fc.constantFrom('hardware' as const, 'labour' as const),
      quantity: fc.integer({ min: 0, max: 50 }),
      unitMinor: fc.integer({ min: 0, max: 900_000 }),
      recurrence: fc.constantFrom('one-time' as const, 'monthly' as const, 'annual' as const),
      startDate: fc.integer({ min: 0, max: 11 }).map((at) => {
        const month = ((at + 6) % 12) + 1;
        return `${month > 6 ? 2026 : 2027}-${String(month).padStart(2, '0')}-01`;
      }),
      termMonths: fc.integer({ min: 1, max: 60 }),
      note: fc.constant(''),
    });
    fc.assert(
      fc.property(line, fc.integer({ min: 2025, max: 2035 }), (own, next) => {
        const kept = { ...support, lines: [templateLine(own, year)] };
        const [copy] = linesOf(kept, { ...year, fiscalYear: next }, 9);
        expect(copy && amountIn(copy, next, 7)).toBe(amountIn(own, 2027, 7));
      }),
    );
  });
});

describe('a line that was copied from the catalogue', () => {
  const product = { unitPriceMinor: 2_400, currency: 'USD', status: 'active', updatedAt: '2026-11-20' } as const;
  const line = {
    quantity: 10,
    unitMinor: 2_000,
    recurrence: 'monthly',
    startDate: '2026-07-01',
    termMonths: 12,
    amountMinor: 240_000,
    product: { productId: '01j9zq4xk3r8m2n5t7v9w1y3za', unitMinor: 2_000 },
  } as unknown as BudgetLine;

  it('shows what the product`s new price would change in the year', () => {
    expect(priceMove(line, product, year)).toMatchObject({
      from: 'catalogue',
      unitMinor: 2_400,
      amountMinor: 288_000,
      differenceMinor: 48_000,
    });
  });

  it('shows nothing while the product costs what it did, however the line was priced by hand', () => {
    expect(priceMove({ ...line, unitMinor: 1_800 }, { ...product, unitPriceMinor: 2_000 }, year)).toBeUndefined();
  });

  it.each([
    ['is gone', undefined],
    ['is archived', { ...product, status: 'archived' as const }],
    ['has another currency', { ...product, currency: 'EUR' }],
  ])('shows nothing when the product %s', (_, now) => {
    expect(priceMove(line, now, year)).toBeUndefined();
  });
});
