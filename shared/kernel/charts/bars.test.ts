import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barsSummary, layoutBars } from './bars.ts';
import { barsSvg } from './bars-svg.ts';
import { word } from './testing/word.ts';
import { textWidth } from './text-width.ts';

const areas = {
  rows: [
    { label: 'Identity', text: '48 of 96', values: [48], max: 96 },
    { label: 'Apps', text: '41 of 84', values: [41], max: 84 },
  ],
  placement: 'beside',
} as const;
const quarters = {
  series: ['Hardware', 'Labour', 'Subscription'],
  rows: [
    { label: 'Q1 2027', text: '$28,772', values: [14_900, 12_540, 1_332] },
    { label: 'Q3 2027', text: '$1,083', values: [0, 495, 588] },
  ],
};

describe('horizontal bars', () => {
  test('measure each row against its own maximum', () => {
    const [identity] = layoutBars(areas, 300).rows;
    expect((identity?.parts[0]?.width ?? 0) / (identity?.track.width ?? 1)).toBeCloseTo(0.5, 5);
  });

  test('share the longest row as their scale, and show a legend for several parts', () => {
    const { rows, legend } = layoutBars(quarters, 280);
    const full = rows[0]?.parts.at(-1);
    expect((full?.x ?? 0) + (full?.width ?? 0)).toBeCloseTo(280, 5);
    expect(rows[1]?.parts.map(({ index }) => index)).toEqual([1, 2]);
    expect(legend.items.map(({ text }) => text)).toEqual(['Hardware', 'Labour', 'Subscription']);
    expect(layoutBars({ ...quarters, legend: false }, 280).legend.items).toEqual([]);
  });

  test('never run past their track, even when a value exceeds its maximum', () => {
    const { rows } = layoutBars({ rows: [{ label: 'Licences', text: '12 of 10', values: [12], max: 10 }] }, 200);
    expect(rows[0]?.parts[0]?.width).toBeCloseTo(200, 5);
  });

  test('keep within bounds, finite and in proportion, whatever the data', () => {
    const row = fc.record({
      label: word(40),
      text: word(30),
      values: fc.array(fc.oneof(fc.integer({ min: -50, max: 1_000_000 }), fc.double()), { maxLength: 9 }),
      max: fc.option(fc.integer({ min: 0, max: 2_000_000 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 8 }),
        fc.constantFrom('above' as const, 'beside' as const),
        fc.integer({ min: 120, max: 900 }),
        (rows, placement, width) => {
          const geometry = layoutBars({ rows, placement }, width);
          expect(barsSvg({ rows, placement }, { width, title: 'Bars', summary: '' })).not.toMatch(
            /NaN|Infinity|undefined/,
          );
          for (const { track, parts, label, reading } of geometry.rows) {
            expect(track.x + track.width).toBeLessThanOrEqual(width + 0.01);
            expect(label.x + textWidth(label.text, 12)).toBeLessThanOrEqual(
              reading.x - textWidth(reading.text, 12) + 0.01,
            );
            for (const part of parts) {
              expect(part.x + part.width).toBeLessThanOrEqual(track.x + track.width + 0.01);
              expect(part.width).toBeGreaterThanOrEqual(0);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('are told in words', () => {
    expect(barsSummary(areas)).toBe('Identity 48 of 96, Apps 41 of 84');
    expect(barsSummary({ rows: [] })).toBe('No data yet');
    expect(layoutBars({ rows: [] }, 200).empty).toBe(true);
  });
});
