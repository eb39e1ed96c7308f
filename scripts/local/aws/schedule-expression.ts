import { tzOffset } from '@date-fns/tz';
import { type CronFields, cronFields, ScheduleError } from './cron-fields.ts';

export { ScheduleError } from './cron-fields.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const UNITS = new Map([
  ['minute', MINUTE],
  ['hour', 60 * MINUTE],
  ['day', DAY],
]);

function rateInterval(text: string): number {
  const [, count = '', unit = '', plural = ''] = /^\s*(\d+)\s+(minute|hour|day)(s?)\s*$/.exec(text) ?? [];
  const interval = Number(count) * (UNITS.get(unit) ?? 0);
  if (interval === 0) throw new ScheduleError('a rate is a number from 1 and minute(s), hour(s) or day(s).');
  if ((Number(count) === 1) !== (plural === '')) {
    throw new ScheduleError(
      `say "${count} ${unit}${Number(count) === 1 ? '' : 's'}": one is singular, more are plural.`,
    );
  }
  return interval;
}

/** Milliseconds that the zone's clock is ahead of UTC at an instant. */
const aheadBy = (timeZone: string, instant: number): number => tzOffset(timeZone, new Date(instant)) * MINUTE;

/**
 * The instant at which a zone's clock shows a wall time (given as if it were UTC): the first one when the clock shows
 * it twice, none when the clock jumps over it.
 */
function instantAt(wall: number, timeZone: string): number | undefined {
  const offsets = [aheadBy(timeZone, wall - DAY), aheadBy(timeZone, wall + DAY)];
  const instants = offsets.map((offset) => wall - offset).sort((a, b) => a - b);
  return instants.find((instant) => instant + aheadBy(timeZone, instant) === wall);
}

function nextOnDay(midnight: number, { hours, minutes }: CronFields, after: number, timeZone: string) {
  for (const hour of hours) {
    for (const minute of minutes) {
      const instant = instantAt(midnight + (hour * 60 + minute) * MINUTE, timeZone);
      if (instant !== undefined && instant > after) return instant;
    }
  }
  return undefined;
}

function nextByCron(fields: CronFields, after: number, timeZone: string): Date | undefined {
  const start = new Date(after + aheadBy(timeZone, after));
  const last = Math.max(...fields.years);
  for (let midnight = Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()); ; midnight += DAY) {
    const date = new Date(midnight);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
    if (year > last) return undefined;
    if (!fields.years.has(year) || !fields.months.has(month) || !fields.days(year, month, date.getUTCDate())) continue;
    const instant = nextOnDay(midnight, fields, after, timeZone);
    if (instant !== undefined) return new Date(instant);
  }
}

function next(expression: string, after: Date, timeZone: string): Date {
  const [, kind, text = ''] = /^(rate|cron)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return new Date(after.getTime() + rateInterval(text));
  if (kind !== 'cron') throw new ScheduleError('expected rate(...) or cron(...).');
  if (Number.isNaN(aheadBy(timeZone, after.getTime()))) throw new ScheduleError(`${timeZone} is not a time zone.`);
  const found = nextByCron(cronFields(text), after.getTime(), timeZone);
  if (!found) throw new ScheduleError(`it never runs after ${after.toISOString()}.`);
  return found;
}

/**
 * The first run after an instant, of `rate(5 minutes)` or a six-field `cron(...)` (Amazon EventBridge Scheduler User
 * Guide, "Schedule types"). `timeZone` is an IANA name; a wall time the clock jumps over is skipped, one it shows twice
 * runs once. Throws `ScheduleError`, with the expression and the reason, when it is invalid or never runs again.
 */
export function nextRun(expression: string, after: Date, timeZone = 'UTC'): Date {
  try {
    return next(expression, after, timeZone);
  } catch (error) {
    if (error instanceof ScheduleError) throw new ScheduleError(`Schedule "${expression}": ${error.message}`);
    throw error;
  }
}
