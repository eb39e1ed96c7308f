import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FONT, overlap } from './geometry.ts';
import { type LineData, layoutLine } from './line.ts';
import { lineSummary } from './line-summary.ts';
import { lineSvg } from './line-svg.ts';
import { word } from './testing/word.ts';
import { textWidth } from './text-width.ts';

const percent = (value: number) => `${value}%`;
const secureScore: LineData = {
  series: [
    {
      name: 'here',
      points: [
        { date: '2026-05-25', value: 38 },
        { date: '2026-06-29', value: 41 },
        { date: '2026-09-07', value: 45 },
        { date: '2026-10-12', value: 46 },
        { date: '2026-11-23', value: 50 },
      ],
    },
    {
      name: 'peers',
      points: [
        { date: '2026-05-25', value: 50 },
        { date: '2026-11-23', value: 53 },
      ],
    },
  ],
  events: [
    { date: '2026-06-29', label: 'MFA keys at the front desk' },
    { date: '2026-09-07', label: 'Admins cut from 5 to 3' },
  ],
  format: percent,
  formatChange: (value) => `${value} points`,
};

const day = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => new Date(Date.UTC(2022, 0, 1 + days)).toISOString().slice(0, 10));
const value = fc.option(
  fc.oneof(fc.integer({ min: -1000, max: 1_000_000 }), fc.double({ min: -1e15, max: 1e15 }), fc.double()),
  { freq: 6 },
);
const anyLine = fc.record({
  series: fc.array(
    fc.record({
      name: word(24),
      points: fc.uniqueArray(fc.record({ date: day, value }), { maxLength: 12, selector: ({ date }) => date }),
    }),
    { maxLength: 8 },
  ),
  events: fc.array(fc.record({ date: day, label: word(40) }), { maxLength: 6 }),
});
const anySize = fc.record({ width: fc.integer({ min: 120, max: 1600 }), height: fc.integer({ min: 80, max: 700 }) });

describe('a line chart', () => {
  test('is labelled at the line ends, dashes the second line and marks events on the first', () => {
    const geometry = layoutLine(secureScore, { width: 520, height: 240 });
    expect(geometry.endLabels.map(({ text }) => text)).toEqual(['53% peers', '50% here']);
    expect(geometry.lines.map(({ dashed }) => dashed)).toEqual([false, true]);
    expect(geometry.legend.items).toEqual([]);
    expect(geometry.events.map(({ ringY, box }) => ringY !== null && box !== null)).toEqual([true, true]);
    expect(geometry.xTicks.map(({ label }) => label)).toEqual(['Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov']);
  });

  test('reads every day of any line, oldest first', () => {
    const { stops } = layoutLine(secureScore, { width: 520, height: 240 });
    expect(stops.map(({ date }) => date)).toEqual([
      '2026-05-25',
      '2026-06-29',
      '2026-09-07',
      '2026-10-12',
      '2026-11-23',
    ]);
    expect(stops[0]?.readings.map(({ name, text }) => `${text} ${name}`)).toEqual(['38% here', '50% peers']);
    expect(stops[1]?.readings).toHaveLength(1);
  });

  test('gets a legend from four lines on, and says what is not drawn after six', () => {
    const series = Array.from({ length: 8 }, (_, i) => ({
      name: `Site ${i}`,
      points: [{ date: '2026-01-05', value: i }],
    }));
    const { legend, endLabels, lines } = layoutLine({ series }, { width: 600, height: 200 });
    expect(lines).toHaveLength(6);
    expect(endLabels).toEqual([]);
    expect(legend.items.map(({ text }) => text).at(-1)).toBe('2 more not drawn');
  });

  test('draws a value between two gaps as a dot', () => {
    const points = [
      { date: '2026-01-01', value: 1 },
      { date: '2026-02-01', value: null },
      { date: '2026-03-01', value: 3 },
    ];
    const { lines } = layoutLine({ series: [{ name: 'Devices', points }] }, { width: 400, height: 200 });
    expect(lines[0]?.dots).toHaveLength(2);
  });

  test('takes two values that no axis can tell apart as one', () => {
    const series = [-5e-324, 5e-324].map((value) => ({ name: '', points: [{ date: '2022-01-01', value }] }));
    const svg = lineSvg({ series }, { width: 120, height: 80, title: 'Score', summary: '' });
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  test('is empty without a value', () => {
    expect(layoutLine({ series: [] }, { width: 400, height: 200 }).empty).toBe(true);
    expect(lineSvg({ series: [] }, { width: 400, height: 200, title: 'Score', summary: 'No data yet' })).not.toMatch(
      /NaN/,
    );
  });

  test('refuses a date that is none', () => {
    const series = [{ name: 'here', points: [{ date: '2026-02-30', value: 1 }] }];
    expect(() => layoutLine({ series }, { width: 400, height: 200 })).toThrow('"2026-02-30" is not a date');
  });

  test('keeps numbers finite, points and labels within bounds, and labels apart, whatever the data', () => {
    fc.assert(
      fc.property(anyLine, anySize, (data, size) => {
        const geometry = layoutLine(data, size);
        expect(lineSvg(data, { ...size, title: 'Score', summary: '' })).not.toMatch(/NaN|Infinity|undefined/);
        const { plot } = geometry;
        const inside = ({ x, y }: { x: number; y: number }) => {
          expect(x).toBeGreaterThanOrEqual(plot.x - 0.01);
          expect(x).toBeLessThanOrEqual(plot.x + plot.width + 0.01);
          expect(y).toBeGreaterThanOrEqual(plot.y - 0.01);
          expect(y).toBeLessThanOrEqual(plot.y + plot.height + 0.01);
        };
        for (const stop of geometry.stops) stop.readings.forEach(inside);
        const boxes = [
          ...geometry.endLabels.map(({ box }) => box),
          ...geometry.events.flatMap(({ box }) => box ?? []),
          ...geometry.xTicks.map(({ at, label }) => {
            const width = textWidth(label, FONT.label);
            return { x: at - width / 2, y: size.height - 12, width, height: 12 };
          }),
        ];
        for (const [i, box] of boxes.entries()) {
          expect(box.x).toBeGreaterThanOrEqual(-0.01);
          expect(box.x + box.width).toBeLessThanOrEqual(size.width + 0.01);
          for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
        }
      }),
      { numRuns: 120 },
    );
  });
});

describe('the summary of a line chart', () => {
  test('says now, the change in 30 days, the others and the events', () => {
    expect(lineSummary(secureScore)).toBe(
      '50% now, up 4 points in 30 days, peers 53%. Marked: MFA keys at the front desk on Jun 29, 2026; Admins cut from 5 to 3 on Sep 7, 2026',
    );
  });

  test('says since when, if there is no value 30 days old, and when nothing changed', () => {
    const series = (last: number) => [
      {
        name: 'here',
        points: [
          { date: '2026-11-20', value: 9 },
          { date: '2026-11-01', value: 7 },
          { date: '2026-11-21', value: last },
        ],
      },
    ];
    expect(lineSummary({ series: series(6) })).toBe('6 now, down 1 since Nov 1, 2026');
    expect(lineSummary({ series: series(7) })).toBe('7 now, unchanged since Nov 1, 2026');
  });

  test('does not invent what is missing', () => {
    expect(lineSummary({ series: [] })).toBe('No data yet');
    const lone = { name: 'here', points: [{ date: '2026-11-20', value: 9 }] };
    expect(lineSummary({ series: [lone, { name: 'peers', points: [] }] })).toBe('9 now, peers without data');
  });
});
