import { z } from 'zod';
import { addDays, CalendarDate } from '../kernel/date.ts';
import { percent } from '../kernel/money.ts';
import { CATEGORIES, type Control } from './control.ts';

/** One day's reading, as kept. */
export interface Reading {
  date: string;
  current: number;
  max: number;
  /** Averages in percent: all tenants, and those most like this one (industry if known, else number of seats). */
  allTenants?: number | undefined;
  peers?: number | undefined;
}

const Point = z.object({ date: CalendarDate, percent: z.number(), peers: z.number().optional() });

export const CategoryScore = z.object({ category: z.enum(CATEGORIES), points: z.number(), max: z.number() });
export type CategoryScore = z.infer<typeof CategoryScore>;

export const SecureScore = z.object({
  /** Day of Microsoft's reading; absent until the first one. */
  date: CalendarDate.optional(),
  current: z.number(),
  max: z.number(),
  percent: z.number(),
  /** Percentage points within 30 days; absent without an older reading. */
  change30: z.number().optional(),
  /** Average of tenants like this one in percent. */
  peers: z.number().optional(),
  allTenants: z.number().optional(),
  /** Our own count, with controls that other tools cover with evidence. Shown beside Microsoft's, never instead. */
  adjusted: z.object({ percent: z.number(), points: z.number(), controls: z.int() }),
  categories: z.array(CategoryScore),
  trend: z.array(Point),
  quickWins: z.array(
    z.object({ controlId: z.string(), title: z.string(), open: z.number(), winScore: z.number(), gain: z.number() }),
  ),
  controls: z.int(),
  /** Controls that lack points and that nobody has decided about. */
  toAddress: z.int(),
  syncedAt: z.string().optional(),
});
export type SecureScore = z.infer<typeof SecureScore>;

/** Percent with one decimal. */
export const scorePercent = (reading: Pick<Reading, 'current' | 'max'>) => percent(reading.current, reading.max, 1);

/**
 * Change in percentage points against the reading 30 days before the newest, or the last one before that day. Readings may
 * miss days.
 */
export function changeWithin(readings: readonly Reading[], days: number): number | undefined {
  const newest = readings.at(-1);
  if (!newest) return undefined;
  const then = addDays(newest.date, -days);
  const before = readings.filter(({ date }) => date <= then).at(-1);
  if (!before) return undefined;
  return Math.round((scorePercent(newest) - scorePercent(before)) * 10) / 10;
}

/** Every seventh reading back from the newest, oldest first: what a chart of `weeks` weeks draws. */
export function weeklyTrend(readings: readonly Reading[], weeks: number): z.infer<typeof Point>[] {
  const newest = readings.at(-1);
  if (!newest) return [];
  const days = Array.from({ length: weeks + 1 }, (_, week) => addDays(newest.date, -7 * week)).reverse();
  const points = days.flatMap((day) => {
    const reading = readings.filter(({ date }) => date <= day && date > addDays(day, -7)).at(-1);
    if (!reading) return [];
    return [{ date: reading.date, percent: scorePercent(reading), ...(reading.peers ? { peers: reading.peers } : {}) }];
  });
  return points;
}

/** Which average compares best: tenants of the same industry, else of the same size. */
export function peersOf(averages: readonly { basis: string; averageScore: number }[]): {
  allTenants?: number;
  peers?: number;
} {
  const find = (basis: string) => averages.find((one) => one.basis === basis)?.averageScore;
  const peers = find('IndustryTypes') ?? find('TotalSeats');
  const allTenants = find('AllTenants');
  return { ...(allTenants === undefined ? {} : { allTenants }), ...(peers === undefined ? {} : { peers }) };
}

/**
 * The score that counts controls which another tool covers with evidence, in percent of the same maximum.
 */
export function adjustedScore(reading: Pick<Reading, 'current' | 'max'>, controls: readonly Control[]) {
  const covered = controls.filter(
    ({ status, decision, open }) => status === 'third_party' && Boolean(decision?.evidence) && open > 0,
  );
  const points = Math.round(covered.reduce((sum, { open }) => sum + open, 0) * 100) / 100;
  return {
    percent: percent(Math.min(reading.max, reading.current + points), reading.max, 1),
    points,
    controls: covered.length,
  };
}

/** Points by category, categories without controls left out. */
export function categoryScores(controls: readonly Control[]): CategoryScore[] {
  return CATEGORIES.flatMap((category) => {
    const own = controls.filter((control) => control.category === category);
    if (own.length === 0) return [];
    const round = (value: number) => Math.round(value * 100) / 100;
    return [
      {
        category,
        points: round(own.reduce((sum, { points }) => sum + points, 0)),
        max: round(own.reduce((sum, { max }) => sum + max, 0)),
      },
    ];
  });
}
