import { textWidth } from '../kernel/charts/text-width.ts';
import { monthIndex, type Quarter, quarterAt, type Span, type Window } from './roadmap-quarters.ts';

/** Width of one month column and what is shown, in pixels. */
export interface RoadmapScale extends Window {
  monthWidth: number;
}

/** What the layout of a bar asks about its item. */
export interface RoadmapBarInput extends Span {
  id: string;
  title: string;
  /** Icons after the title that always show (not published). */
  markers: number;
  /** Icons at the right end that show where there is room (sources). */
  icons: number;
}

/** Where the title stands: in the bar, beside it, or shortened in the bar when neither side has room. */
export type LabelSide = 'inside' | 'right' | 'left' | 'cut';

/** A placed bar, in pixels from the left edge of the first month. */
export interface RoadmapBarBox {
  id: string;
  row: number;
  x: number;
  width: number;
  labelSide: LabelSide;
  showIcons: boolean;
  /** The item begins before, or ends after, the months shown. */
  cutLeft: boolean;
  cutRight: boolean;
}

/** A lane: its bars and how many rows they take (at least one). */
export interface LaneLayout {
  bars: RoadmapBarBox[];
  rows: number;
}

/** Pixels around and inside a bar. */
export const BAR = { inset: 2, lead: 29, icon: 20, pad: 8, labelGap: 6, font: 12 } as const;

/** Rows for extents so that no two in a row overlap; touching ends are no overlap. Earlier and longer ones go first. */
export function packRows(extents: readonly { id: string; from: number; to: number }[]): Map<string, number> {
  const sorted = extents.toSorted((a, b) => a.from - b.from || b.to - a.to || (a.id < b.id ? -1 : 1));
  const ends: number[] = [];
  const rows = new Map<string, number>();
  for (const { id, from, to } of sorted) {
    const free = ends.findIndex((end) => end <= from);
    const row = free === -1 ? ends.length : free;
    ends[row] = to;
    rows.set(id, row);
  }
  return rows;
}

/** Decides where a title goes: inside where it fits, else right of the bar, else left, else shortened inside. */
export function placeLabel(
  bar: { x: number; width: number; title: string; markers: number; icons: number },
  totalWidth: number,
): { side: LabelSide; showIcons: boolean; needed: number } {
  const needed = textWidth(bar.title, BAR.font) + bar.markers * BAR.icon;
  const inside = BAR.lead + needed + BAR.pad;
  if (inside + bar.icons * BAR.icon <= bar.width) return { side: 'inside', showIcons: true, needed };
  if (inside <= bar.width) return { side: 'inside', showIcons: false, needed };
  if (bar.x + bar.width + BAR.labelGap + needed <= totalWidth) return { side: 'right', showIcons: false, needed };
  if (bar.x - BAR.labelGap - needed >= 0) return { side: 'left', showIcons: false, needed };
  return { side: 'cut', showIcons: false, needed };
}

/** Places the items of one lane. Items wholly outside the months shown are left out. */
export function layoutLane(items: readonly RoadmapBarInput[], scale: RoadmapScale): LaneLayout {
  const { first, last, monthWidth } = scale;
  const totalWidth = (last - first + 1) * monthWidth;
  const placed = items.flatMap((item) => {
    const start = monthIndex(item.start);
    const end = Math.max(start, monthIndex(item.end));
    if (end < first || start > last) return [];
    const x = (Math.max(start, first) - first) * monthWidth + BAR.inset;
    const right = (Math.min(end, last) + 1 - first) * monthWidth - BAR.inset;
    const bar = { id: item.id, x, width: Math.max(1, right - x), cutLeft: start < first, cutRight: end > last };
    const label = placeLabel({ ...bar, title: item.title, markers: item.markers, icons: item.icons }, totalWidth);
    const spill = BAR.labelGap + label.needed + BAR.labelGap;
    const from = label.side === 'left' ? x - spill : x - BAR.inset;
    const to = label.side === 'right' ? right + spill : right + BAR.inset;
    return [{ bar, label, extent: { id: item.id, from, to } }];
  });
  const rows = packRows(placed.map(({ extent }) => extent));
  return {
    bars: placed.map(({ bar, label }) => ({
      ...bar,
      row: rows.get(bar.id) ?? 0,
      labelSide: label.side,
      showIcons: label.showIcons,
    })),
    rows: Math.max(1, ...[...rows.values()].map((row) => row + 1)),
  };
}

/** What the totals ask about an item; null amounts and hours mean "no estimate" and add nothing. */
export interface RoadmapAmount {
  laneId: string;
  amountMinor: number | null;
  hours: number | null;
}

/** A sum: money in minor units, hours, and how many items. */
export interface RoadmapTotal {
  amountMinor: number;
  hours: number;
  count: number;
}

/** Every item is in exactly one of: a quarter, before, after, unscheduled. */
export interface RoadmapTotals {
  /** One for each quarter, by the start of the item. */
  quarters: RoadmapTotal[];
  /** Items that start before the first or after the last quarter. */
  before: RoadmapTotal;
  after: RoadmapTotal;
  unscheduled: RoadmapTotal;
  /** Items in the quarters, by lane; together as much as the quarters. */
  lanes: Map<string, RoadmapTotal>;
}

const nothing = (): RoadmapTotal => ({ amountMinor: 0, hours: 0, count: 0 });

function add(total: RoadmapTotal, item: RoadmapAmount): void {
  total.amountMinor += item.amountMinor ?? 0;
  total.hours += item.hours ?? 0;
  total.count += 1;
}

/** Totals by quarter and lane. An item counts once, in the quarter of its start, however long it runs. */
export function roadmapTotals(
  items: readonly (RoadmapAmount & Span)[],
  unscheduled: readonly RoadmapAmount[],
  quarters: readonly Quarter[],
): RoadmapTotals {
  const totals: RoadmapTotals = {
    quarters: quarters.map(nothing),
    before: nothing(),
    after: nothing(),
    unscheduled: nothing(),
    lanes: new Map(),
  };
  for (const item of items) {
    const at = quarterAt(item.start, quarters);
    const quarter = totals.quarters[at];
    add(quarter ?? (at < 0 ? totals.before : totals.after), item);
    if (!quarter) continue;
    const lane = totals.lanes.get(item.laneId) ?? nothing();
    add(lane, item);
    totals.lanes.set(item.laneId, lane);
  }
  for (const item of unscheduled) add(totals.unscheduled, item);
  return totals;
}
