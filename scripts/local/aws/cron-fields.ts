/** A schedule expression that EventBridge would refuse. */
export class ScheduleError extends Error {
  override name = 'ScheduleError';
}

/** When a cron expression runs, in the wall time of its zone. `days` judges a date (month 1 to 12, day 1 to 31). */
export interface CronFields {
  minutes: number[];
  hours: number[];
  months: Set<number>;
  years: Set<number>;
  days(year: number, month: number, day: number): boolean;
}

interface Field {
  name: string;
  min: number;
  max: number;
  names?: string[];
}

const MINUTES: Field = { name: 'minutes', min: 0, max: 59 };
const HOURS: Field = { name: 'hours', min: 0, max: 23 };
const DAYS_OF_MONTH: Field = { name: 'day of month', min: 1, max: 31 };
const MONTHS: Field = {
  name: 'month',
  min: 1,
  max: 12,
  names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
};
const DAYS_OF_WEEK: Field = {
  name: 'day of week',
  min: 1,
  max: 7,
  names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
};
const YEARS: Field = { name: 'year', min: 1970, max: 2199 };

function numberOf(text: string, field: Field): number {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named >= 0 ? named + field.min : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= field.min && value <= field.max) return value;
  throw new ScheduleError(`${field.name} "${text}" is not ${field.min} to ${field.max}.`);
}

function part(text: string, field: Field): number[] {
  const [range = '', step, ...rest] = text.split('/');
  const [first = '', last, ...more] = range.split('-');
  if (rest.length > 0 || more.length > 0) throw new ScheduleError(`${field.name} "${text}" is not readable.`);
  const from = first === '*' ? field.min : numberOf(first, field);
  const single = last === undefined && step === undefined && first !== '*';
  const to = last !== undefined ? numberOf(last, field) : single ? from : field.max;
  const by = step === undefined ? 1 : Number(step);
  if (!Number.isInteger(by) || by < 1) throw new ScheduleError(`${field.name} "${text}" needs a step of 1 or more.`);
  if (to < from) throw new ScheduleError(`${field.name} "${text}" runs backwards.`);
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, i) => from + i * by);
}

const values = (text: string, field: Field): number[] =>
  [...new Set(text.split(',').flatMap((one) => part(one, field)))].sort((a, b) => a - b);

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
/** 1 is Sunday, as in cron expressions. */
const weekdayOf = (year: number, month: number, day: number): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;

/** The weekday nearest to a date without leaving its month. */
function nearestWeekday(year: number, month: number, day: number): number {
  const last = daysIn(year, month);
  const wanted = Math.min(day, last);
  const weekday = weekdayOf(year, month, wanted);
  if (weekday === 7) return wanted === 1 ? 3 : wanted - 1;
  if (weekday === 1) return wanted === last ? wanted - 2 : wanted + 1;
  return wanted;
}

function dayOfMonth(text: string): CronFields['days'] {
  if (text === 'L') return (year, month, day) => day === daysIn(year, month);
  if (text === 'LW') return (year, month, day) => day === nearestWeekday(year, month, 31);
  if (text.endsWith('W')) {
    const wanted = numberOf(text.slice(0, -1), DAYS_OF_MONTH);
    return (year, month, day) => wanted <= daysIn(year, month) && day === nearestWeekday(year, month, wanted);
  }
  const days = new Set(values(text, DAYS_OF_MONTH));
  return (_, __, day) => days.has(day);
}

function dayOfWeek(text: string): CronFields['days'] {
  const [, which = '', last, nth] = /^(\w+?)(?:(L)|#([1-5]))$/.exec(text) ?? [];
  if (last || nth) {
    const wanted = numberOf(which, DAYS_OF_WEEK);
    return (year, month, day) => {
      if (weekdayOf(year, month, day) !== wanted) return false;
      return last ? day + 7 > daysIn(year, month) : Math.ceil(day / 7) === Number(nth);
    };
  }
  const days = new Set(text === 'L' ? [7] : values(text, DAYS_OF_WEEK));
  return (year, month, day) => days.has(weekdayOf(year, month, day));
}

/**
 * Reads the six fields of a cron expression of EventBridge: minutes, hours, day of month, month, day of week, year, with
 * lists, ranges, steps, names, `L`, `W` and `#` (Amazon EventBridge Scheduler User Guide, "Schedule types"). Exactly one
 * of the two day fields is `?`. Throws `ScheduleError`.
 */
export function cronFields(text: string): CronFields {
  const fields = text.trim().split(/\s+/);
  const [minutes = '', hours = '', date = '', month = '', weekday = '', year = ''] = fields;
  if (fields.length !== 6) {
    throw new ScheduleError('a cron expression has six fields: minutes hours day-of-month month day-of-week year.');
  }
  if ((date === '?') === (weekday === '?')) {
    throw new ScheduleError('exactly one of day of month and day of week must be "?".');
  }
  return {
    minutes: values(minutes, MINUTES),
    hours: values(hours, HOURS),
    months: new Set(values(month, MONTHS)),
    years: new Set(values(year, YEARS)),
    days: weekday === '?' ? dayOfMonth(date.toUpperCase()) : dayOfWeek(weekday.toUpperCase()),
  };
}
