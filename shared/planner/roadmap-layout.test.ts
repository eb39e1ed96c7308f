import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../kernel/charts/text-width.ts';
import { BAR, layoutLane, packRows, placeLabel, roadmapTotals } from './roadmap-layout.ts';
import { monthEnd, monthIndex, monthStart, quartersFrom, windowOf } from './roadmap-quarters.ts';

const quarters = quartersFrom('2026-11-23', 8);
const window = windowOf(quarters);
const scale = { ...window, monthWidth: 42 };
const bar = (id: string, start: string, end: string, title = id, icons = 0) => ({
  id,
  start,
  end,
  title,
  icons,
  markers: 0,
});

const items = fc
  .array(
    fc.record({
      title: fc.string({ maxLength: 40 }),
      from: fc.integer({ min: window.first - 8, max: window.last + 8 }),
      months: fc.integer({ min: 0, max: 12 }),
      icons: fc.integer({ min: 0, max: 2 }),
      markers: fc.integer({ min: 0, max: 1 }),
      laneId: fc.constantFrom('security', 'devices', 'renewals'),
      amountMinor: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
      hours: fc.option(fc.integer({ min: 0, max: 400 }).map((quarterHours) => quarterHours / 4)),
    }),
    { maxLength: 60 },
  )
  .map((drawn) =>
    drawn.map(({ from, months, ...item }, i) => ({
      ...item,
      id: `i${i}`,
      start: monthStart(from),
      end: monthEnd(from + months),
    })),
  );

describe('packing', () => {
  test('never puts two overlapping extents into one row, and uses no more rows than overlap at once', () => {
    const extent = fc.record({ from: fc.integer({ min: 0, max: 200 }), length: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.array(extent, { maxLength: 60 }), (drawn) => {
        const extents = drawn.map(({ from, length }, i) => ({ id: `${i}`, from, to: from + length }));
        const rows = packRows(extents);
        for (const [i, a] of extents.entries()) {
          for (const b of extents.slice(i + 1)) {
            if (rows.get(a.id) === rows.get(b.id)) expect(a.to <= b.from || b.to <= a.from).toBe(true);
          }
        }
        const most = Math.max(
          0,
          ...extents.map(({ from }) => extents.filter((e) => e.from <= from && from < e.to).length),
        );
        expect(Math.max(0, ...[...rows.values()].map((row) => row + 1))).toBe(most);
      }),
    );
  });

  test('does not depend on the order of the items', () => {
    const extents = [
      { id: 'a', from: 0, to: 2 },
      { id: 'b', from: 0, to: 2 },
      { id: 'c', from: 2, to: 3 },
    ];
    expect(packRows(extents)).toEqual(packRows(extents.toReversed()));
  });
});

describe('a lane', () => {
  test('keeps bars with their spilled titles apart, and inside the quarters', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 24, max: 80 }), (drawn, monthWidth) => {
        const total = (window.last - window.first + 1) * monthWidth;
        const { bars, rows } = layoutLane(drawn, { ...window, monthWidth });
        const extents = bars.map(({ id, x, width, row, labelSide }) => {
          const item = drawn.find((candidate) => candidate.id === id);
          const label = textWidth(item?.title ?? '', BAR.font) + (item?.markers ?? 0) * BAR.icon + BAR.labelGap;
          const from = labelSide === 'left' ? x - label : x;
          const to = labelSide === 'right' ? x + width + label : x + width;
          return { row, from, to };
        });
        for (const [i, a] of extents.entries()) {
          expect(a.from).toBeGreaterThanOrEqual(0);
          expect(a.to).toBeLessThanOrEqual(total);
          expect(a.row).toBeLessThan(rows);
          for (const b of extents.slice(i + 1)) {
            if (a.row === b.row) expect(a.to <= b.from || b.to <= a.from).toBe(true);
          }
        }
      }),
    );
  });

  test('cuts work at the edges of what is shown, and leaves out what lies beyond', () => {
    const { bars, rows } = layoutLane(
      [
        bar('Running', '2026-07-01', '2026-12-31'),
        bar('Long', '2028-07-01', '2029-02-28'),
        bar('Gone', '2026-01-01', '2026-03-31'),
      ],
      scale,
    );
    expect(bars.map(({ id, cutLeft, cutRight, x, width }) => ({ id, cutLeft, cutRight, x, width }))).toEqual([
      { id: 'Running', cutLeft: true, cutRight: false, x: 2, width: 122 },
      { id: 'Long', cutLeft: false, cutRight: true, x: 884, width: 122 },
    ]);
    expect(rows).toBe(1);
  });

  test('has one row when it is empty', () => {
    expect(layoutLane([], scale)).toEqual({ bars: [], rows: 1 });
  });
});

describe('a title', () => {
  const title = 'Encryption rollout';
  const place = (x: number, width: number, icons = 0) => {
    const { side, showIcons } = placeLabel({ x, width, title, icons, markers: 0 }, 1008);
    return `${side}${showIcons ? '' : ' without icons'}`;
  };

  test('stands inside, with its icons where they fit', () => {
    expect(place(0, 200, 1)).toBe('inside');
    expect(place(0, 160, 1)).toBe('inside without icons');
  });

  test('spills to the right, then to the left, and is cut when neither side has room', () => {
    expect(place(0, 38)).toBe('right without icons');
    expect(place(960, 38)).toBe('left without icons');
    expect(placeLabel({ x: 4, width: 38, title, icons: 0, markers: 0 }, 90).side).toBe('cut');
  });
});

describe('totals', () => {
  test('count a long item once, in the quarter of its start', () => {
    const item = { laneId: 'security', start: '2026-12-01', end: '2027-06-30', amountMinor: 148_500, hours: 9 };
    const totals = roadmapTotals([item], [], quarters);
    expect(totals.quarters.map(({ amountMinor }) => amountMinor)).toEqual([148_500, 0, 0, 0, 0, 0, 0, 0]);
    expect(totals.lanes.get('security')).toEqual({ amountMinor: 148_500, hours: 9, count: 1 });
  });

  test('are conserved: quarters, before, after and unscheduled make up everything', () => {
    fc.assert(
      fc.property(items, items, (scheduled, unscheduled) => {
        const totals = roadmapTotals(scheduled, unscheduled, quarters);
        const sum = (rows: { amountMinor: number | null; hours: number | null }[]) => ({
          amountMinor: rows.reduce((all, { amountMinor }) => all + (amountMinor ?? 0), 0),
          hours: rows.reduce((all, { hours }) => all + (hours ?? 0), 0),
        });
        const { before, after } = totals;
        expect(sum([...totals.quarters, before, after])).toEqual(sum(scheduled));
        expect(sum([totals.unscheduled])).toEqual(sum(unscheduled));
        expect(sum([...totals.lanes.values()])).toEqual(sum(totals.quarters));
        const counted = [...totals.quarters, before, after].reduce((all, { count }) => all + count, 0);
        expect(counted).toBe(scheduled.length);
        expect(totals.unscheduled.count).toBe(unscheduled.length);
        const early = scheduled.filter(({ start }) => monthIndex(start) < window.first);
        expect(before.count).toBe(early.length);
      }),
    );
  });
});
