import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap } from './geometry.ts';
import { withOther } from './series.ts';
import { layoutStacked, type StackedData, stackedSummary } from './stacked.ts';
import { stackedSvg } from './stacked-svg.ts';
import { word } from './testing/word.ts';

const dollars = (value: number) => `$${value.toLocaleString('en-US')}`;
const forecast: StackedData = {
  categories: ['FY26, actual to Nov', 'FY27', 'FY28', 'FY29'],
  series: [
    { name: 'Recurring', values: [60_840, 66_168, 68_911, 71_668] },
    { name: 'Projects and labour', values: [9_240, 14_025, 8_250, 6_600] },
    { name: 'Hardware', values: [9_040, 32_150, 20_473, 24_960] },
  ],
  format: dollars,
  formatTick: (value) => `$${Math.round(value / 1000)}K`,
};
const anyStacked = fc.integer({ min: 0, max: 12 }).chain((count) =>
  fc.record({
    categories: fc.array(word(20), { minLength: count, maxLength: count }),
    series: fc.array(
      fc.record({
        name: word(20),
        values: fc.array(fc.integer({ min: -100_000, max: 5_000_000 }), { minLength: count, maxLength: count }),
      }),
      { maxLength: 9 },
    ),
  }),
);
const anySize = fc.record({ width: fc.integer({ min: 160, max: 1600 }), height: fc.integer({ min: 100, max: 700 }) });

describe('a stacked bar chart', () => {
  test('puts the total over each column and a hairline between segments', () => {
    const { columns, yTicks } = layoutStacked(forecast, { width: 760, height: 190 });
    expect(columns.map(({ totalLabel }) => totalLabel?.text)).toEqual(['$79,120', '$112,343', '$97,634', '$103,228']);
    const [lower, upper] = columns[1]?.segments ?? [];
    expect((lower?.y ?? 0) - ((upper?.y ?? 0) + (upper?.height ?? 0))).toBeCloseTo(1, 5);
    expect(yTicks[0]?.label).toBe('$0K');
  });

  test('writes totals short when they would collide, and none when even that is too wide', () => {
    expect(layoutStacked(forecast, { width: 260, height: 190 }).columns[0]?.totalLabel?.text).toBe('$79K');
    expect(layoutStacked(forecast, { width: 120, height: 190 }).columns[0]?.totalLabel).toBeNull();
  });

  test('stacks credits downwards from zero', () => {
    const data = {
      categories: ['Q1'],
      series: [
        { name: 'Spend', values: [100] },
        { name: 'Credit', values: [-40] },
      ],
    };
    const { columns, zeroY } = layoutStacked(data, { width: 300, height: 200 });
    const [spend, credit] = columns[0]?.segments ?? [];
    expect(columns[0]?.total).toBe(60);
    expect((spend?.y ?? 0) + (spend?.height ?? 0)).toBeCloseTo(zeroY, 5);
    expect(credit?.y).toBeCloseTo(zeroY, 5);
  });

  test('is empty without amounts, and can leave the legend to the page', () => {
    const nothing = { categories: ['Q1'], series: [{ name: 'Spend', values: [0] }] };
    expect(layoutStacked(nothing, { width: 300, height: 200 }).empty).toBe(true);
    expect(layoutStacked({ ...forecast, legend: false }, { width: 300, height: 200 }).legend.items).toEqual([]);
  });

  test('keeps numbers finite, sums whole, bars in the plot and totals apart, whatever the data', () => {
    fc.assert(
      fc.property(anyStacked, anySize, (data, size) => {
        const { columns, plot } = layoutStacked(data, size);
        expect(stackedSvg(data, { ...size, title: 'Spend', summary: '' })).not.toMatch(/NaN|Infinity|undefined/);
        for (const [at, column] of columns.entries()) {
          const asked = data.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0);
          expect(column.total).toBe(asked);
          const gross = data.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0);
          expect(column.segments.reduce((sum, { value }) => sum + value, 0)).toBe(gross);
          for (const { x, y, width, height } of column.segments) {
            expect(height).toBeGreaterThanOrEqual(0);
            expect(x).toBeGreaterThanOrEqual(plot.x - 0.01);
            expect(x + width).toBeLessThanOrEqual(plot.x + plot.width + 0.01);
            expect(y).toBeGreaterThanOrEqual(plot.y - 0.01);
            expect(y + height).toBeLessThanOrEqual(plot.y + plot.height + 0.01);
          }
        }
        const boxes = columns.flatMap(({ totalLabel }) => totalLabel?.box ?? []);
        for (const [i, box] of boxes.entries()) {
          for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('is told in words', () => {
    expect(stackedSummary(forecast)).toBe(
      'FY26, actual to Nov $79,120, FY27 $112,343, FY28 $97,634, FY29 $103,228. Largest: FY27 with Recurring $66,168, Projects and labour $14,025, Hardware $32,150',
    );
    expect(stackedSummary({ categories: [], series: [] })).toBe('No data yet');
    expect(stackedSummary({ categories: ['Q1'], series: [{ name: 'Labour', values: [5] }] })).toBe('Q1 5: Labour 5');
  });
});

describe('more than six series', () => {
  test('keep the five largest in their order and gather the rest', () => {
    const series = [3, 9, 1, 8, 7, 6, 2].map((value, i) => ({ name: `S${i}`, values: [value] }));
    const tidy = withOther(series, 1);
    expect(tidy.map(({ name, values }) => `${name} ${values[0]}`)).toEqual([
      'S0 3',
      'S1 9',
      'S3 8',
      'S4 7',
      'S5 6',
      'Other 3',
    ]);
  });

  test('count what cannot be drawn as 0', () => {
    expect(withOther([{ name: 'A', values: [Number.NaN, null] }], 3)).toEqual([{ name: 'A', values: [0, 0, 0] }]);
  });
});
