import { FONT, type Tick } from './geometry.ts';
import { textWidth } from './text-width.ts';

const DAY_MS = 86_400_000;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const DAY_STEPS = [1, 2, 7, 14, 28];
const GAP = 10;
/** How far a label may stand out over either end of the axis, in pixels: half of "Nov 23". */
export const OVERHANG = 24;

/**
 * Whole days since 1970-01-01. Reckoned in UTC from the written date, so no reader's time zone can move it.
 *
 * @throws RangeError when `date` is not a calendar date written YYYY-MM-DD
 */
export function dayNumber(date: string): number {
  const ms = /^[1-9]\d{3}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`"${date}" is not a date. Write it as YYYY-MM-DD.`);
  }
  return ms / DAY_MS;
}

/** Writes dates as people of `locale` do: "Nov 23, 2026". Making it is slow, using it is not. */
export function dateWriter(locale: string): (date: string) => string {
  const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
  return (date) => format.format(dayNumber(date) * DAY_MS);
}

/** What a horizontal axis of days needs. */
export interface MonthAxisOptions {
  /** First and last day, as day numbers. */
  from: number;
  to: number;
  /** x of the first and the last day, in pixels. */
  range: readonly [number, number];
  locale: string;
}

function withoutCollision(ticks: readonly Tick[], [left, right]: readonly [number, number]): Tick[] | null {
  let free = Number.NEGATIVE_INFINITY;
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const half = textWidth(tick.label, FONT.label) / 2;
    if (tick.at - half < left - OVERHANG || tick.at + half > right + OVERHANG) continue;
    if (tick.at - half < free) return null;
    kept.push(tick);
    free = tick.at + half + GAP;
  }
  return kept;
}

/** x of a day. A single day stands in the middle. */
export function dayScale({ from, to, range }: Omit<MonthAxisOptions, 'locale'>): (day: number) => number {
  const [left, right] = range;
  return (day) => (to === from ? (left + right) / 2 : left + ((day - from) / (to - from)) * (right - left));
}

/** Labels at the first of each month, thinned until none touch; days when the span has no two months. */
export function monthTicks(options: MonthAxisOptions): Tick[] {
  const { from, to, locale, range } = options;
  const x = dayScale(options);
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const year = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' });
  const first = new Date(from * DAY_MS);
  const last = new Date(to * DAY_MS);
  const firstMonth = first.getUTCFullYear() * 12 + first.getUTCMonth() + (first.getUTCDate() > 1 ? 1 : 0);
  const lastMonth = last.getUTCFullYear() * 12 + last.getUTCMonth();
  if (lastMonth - firstMonth < 1) return dayTicks(options, x);
  const most = (range[1] - range[0]) / GAP;
  for (const step of MONTH_STEPS) {
    if ((lastMonth - firstMonth) / step > most) continue;
    const ticks: Tick[] = [];
    for (let index = Math.ceil(firstMonth / step) * step; index <= lastMonth; index += step) {
      const ms = Date.UTC(Math.floor(index / 12), index % 12, 1);
      // January says its year, so that a span over New Year cannot be misread.
      ticks.push({ at: x(ms / DAY_MS), label: (index % 12 === 0 ? year : month).format(ms) });
    }
    const kept = withoutCollision(ticks, range);
    if (kept) return kept;
  }
  return [];
}

function dayTicks({ from, to, locale, range }: MonthAxisOptions, x: (day: number) => number): Tick[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  for (const step of DAY_STEPS) {
    const ticks: Tick[] = [];
    for (let day = from; day <= to; day += step) ticks.push({ at: x(day), label: format.format(day * DAY_MS) });
    const kept = withoutCollision(ticks, range);
    if (kept) return kept;
  }
  return [];
}
