import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { donutSummary, drawDonut, layoutDonut } from './donut.ts';
import { printPalette } from './palette.ts';
import { drawSparkline, layoutSparkline, sparklineSummary } from './sparkline.ts';
import { type Mark, svgDocument } from './svg.ts';
import { word } from './testing/word.ts';

const BROKEN = /NaN|Infinity|undefined/;
const dollars = (value: number) => `$${value.toLocaleString('en-US')}`;
/** What is drawn, as text: a number that went wrong shows in it. */
const drawn = (marks: Mark[]) => svgDocument(marks, { width: 48, height: 20, title: '', summary: '' });
const anyNumber = fc.oneof(fc.integer({ min: -1000, max: 1_000_000 }), fc.double());

describe('a sparkline', () => {
  test('ends in a dot at its last value', () => {
    const { end, path } = layoutSparkline({ values: [1, 5, 3] }, { width: 48, height: 20 });
    expect(end).toEqual({ x: 45, y: 10 });
    expect(path).toBe('M3,17L24,3L45,10');
  });

  test('is told in words', () => {
    expect(sparklineSummary({ values: [62, 65, 62] })).toBe('62 now, as at the start');
    expect(sparklineSummary({ values: [65, 62] })).toBe('62 now, down from 65');
    expect(sparklineSummary({ values: [38, null, 46] })).toBe('46 now, up from 38');
    expect(sparklineSummary({ values: [null, 46] })).toBe('46 now');
    expect(sparklineSummary({ values: [] })).toBe('No data yet');
  });

  test('stays finite and in bounds, whatever the data', () => {
    const size = { width: 48, height: 20 };
    fc.assert(
      fc.property(fc.array(fc.option(anyNumber), { maxLength: 30 }), (values) => {
        const sparkline = layoutSparkline({ values }, size);
        const { end } = sparkline;
        expect(drawn(drawSparkline(sparkline, printPalette))).not.toMatch(BROKEN);
        expect(end === null || (end.x <= 48 && end.y <= 20 && end.x >= 0 && end.y >= 0)).toBe(true);
      }),
    );
  });
});

describe('a donut', () => {
  const parts = [
    { name: 'Hardware', value: 29_850 },
    { name: 'Labour', value: 14_025 },
    { name: 'Subscription', value: 3_096 },
  ];

  test('shows the sum in its middle and a key beside it', () => {
    const { centre, key } = layoutDonut({ parts, format: dollars }, { width: 360, height: 140 });
    expect(centre).toBe('$46,971');
    expect(key.map(({ name, text }) => `${name} ${text}`)).toEqual([
      'Hardware $29,850',
      'Labour $14,025',
      'Subscription $3,096',
    ]);
  });

  test('drops the key where it cannot be read', () => {
    expect(layoutDonut({ parts }, { width: 140, height: 140 }).key).toEqual([]);
  });

  test('sets its number smaller rather than cut it, and leaves it out where it cannot be read', () => {
    const middle = (side: number) => layoutDonut({ parts, format: dollars }, { width: side, height: side });
    expect(middle(100)).toMatchObject({ centre: '$46,971', centreSize: 13 });
    expect(middle(50).centre).toBe('');
  });

  test('is told in words, largest first', () => {
    expect(donutSummary({ parts: parts.toReversed(), format: dollars })).toBe(
      'Hardware $29,850 (64%), Labour $14,025 (30%), Subscription $3,096 (7%)',
    );
    expect(donutSummary({ parts: [{ name: 'Labour', value: -3 }] })).toBe('No data yet');
  });

  test('writes a note under its number', () => {
    const donut = layoutDonut({ parts, centre: '64%', centreNote: 'of checks' }, { width: 140, height: 140 });
    expect(drawn(drawDonut(donut, printPalette))).toContain('>of checks</text>');
  });

  test('keeps its sum, stays finite and in bounds, whatever the data', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: word(30), value: fc.integer({ min: -5, max: 1_000_000 }) }), { maxLength: 12 }),
        fc.record({ width: fc.integer({ min: 40, max: 600 }), height: fc.integer({ min: 40, max: 400 }) }),
        (some, size) => {
          const donut = layoutDonut({ parts: some }, size);
          expect(drawn(drawDonut(donut, printPalette))).not.toMatch(BROKEN);
          const sum = some.reduce((total, { value }) => total + Math.max(0, value), 0);
          expect(donut.parts.reduce((total, { value }) => total + value, 0)).toBe(sum);
          expect(donut.cx + donut.outer).toBeLessThanOrEqual(size.width + 0.01);
          expect(donut.outer * 2).toBeLessThanOrEqual(size.height + 0.01);
          expect(donut.parts.length).toBeLessThanOrEqual(6);
        },
      ),
    );
  });
});
