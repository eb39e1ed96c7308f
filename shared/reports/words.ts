import { formatMoney, minorDigits } from '../kernel/money.ts';
import type { FrozenBudget, FrozenItem, FrozenScore, Snapshot } from './snapshot.ts';

export const TYPE_WORDS: Record<FrozenBudget['types'][number]['type'], string> = {
  hardware: 'Hardware',
  labour: 'Work',
  software: 'Software',
  subscription: 'Subscriptions',
  other: 'Other',
};

/** Where a control of the Secure Score stands, as reports tell it to the client. */
export const CONTROL_WORDS: Record<FrozenScore['controls'][number]['standing'], string> = {
  'to-decide': 'To decide',
  planned: 'Planned',
  'in-progress': 'In progress',
  'other-tool': 'Other tool',
  'other-way': 'Other way',
  'risk-accepted': 'Risk accepted',
  done: 'Done',
};

export const IMPACT_WORDS = { low: 'Low', moderate: 'Moderate', high: 'High' } as const;

/** Numbers, money and dates as the MSP's locale writes them, in the client's zone. */
export interface Formats {
  money(minor: number): string;
  /** Money for an axis: whole units, thousands shortened. */
  shortMoney(minor: number): string;
  number(value: number): string;
  percent(value: number): string;
  date(date: string): string;
  /** Day of an instant. */
  day(instant: string): string;
  /** Day and time of an instant, with the zone's name. */
  moment(instant: string): string;
  /** "Jan 2027" of a date. */
  month(date: string): string;
}

export function formatsOf({ locale, timeZone, currency }: Pick<Snapshot, 'locale' | 'timeZone' | 'currency'>): Formats {
  const dateFormat = { year: 'numeric', month: 'short', day: 'numeric' } as const;
  const date = new Intl.DateTimeFormat(locale, { ...dateFormat, timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(locale, { ...dateFormat, timeZone });
  const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
  const moment = new Intl.DateTimeFormat(locale, { ...dateFormat, ...time, timeZone });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const short = new Intl.NumberFormat(locale, { style: 'currency', currency, notation: 'compact' });
  const units = 10 ** minorDigits(currency);
  // Fonts on paper lack the narrow no-break space that some locales put before AM and PM.
  const plain = (text: string) => text.replaceAll(/[\u202f\u2009]/g, '\u00a0');
  return {
    money: (minor) => plain(formatMoney(minor, currency, locale, true)),
    shortMoney: (minor) => plain(short.format(minor / units)),
    number: (value) => plain(number.format(value)),
    percent: (value) => `${Math.round(value)}%`,
    date: (text) => plain(date.format(Date.parse(`${text}T00:00:00Z`))),
    day: (instant) => plain(day.format(new Date(instant))),
    moment: (instant) => plain(moment.format(new Date(instant))),
    month: (text) => plain(month.format(Date.parse(`${text}T00:00:00Z`))),
  };
}

const COUNTS = ['No', 'One', 'Two', 'Three'];
const points = (count: number) => `${count} ${count === 1 ? 'point' : 'points'}`;

/** The page's message in two sentences, from rounded figures: what is said is what the page shows. */
export function scoreMessage({ percent, change, peers, moves }: FrozenScore): string {
  const now = Math.round(percent);
  const parts = [`Your score is ${now}%`];
  if (change !== undefined) {
    const moved = now - Math.round(percent - change);
    parts.push(
      moved === 0 ? 'unchanged over 30 days' : `${moved > 0 ? 'up' : 'down'} ${points(Math.abs(moved))} over 30 days`,
    );
  }
  const gap = peers === undefined ? undefined : Math.round(peers) - now;
  const like = 'organizations like yours';
  const compared =
    gap === undefined
      ? ''
      : gap === 0
        ? `level with ${like}`
        : `${points(Math.abs(gap))} ${gap > 0 ? 'below' : 'above'} ${like}`;
  const first = compared
    ? parts.length > 1
      ? `${parts.join(', ')} and ${compared}`
      : `${parts[0]}, ${compared}`
    : parts.join(', ');
  const target = Math.round(percent + moves.reduce((sum, { percentPoints }) => sum + percentPoints, 0));
  if (moves.length === 0 || target <= now) return `${first}.`;
  const count = COUNTS[moves.length] ?? String(moves.length);
  return `${first}. ${count} ${moves.length === 1 ? 'change' : 'changes'} would lift it to ${target}%.`;
}

/** What an item costs, in words: "$21,500", "$124 a month", "$4,800 + $124 a month"; empty when nothing is estimated. */
export function costWords(
  { oneTimeMinor, monthlyMinor, annualMinor }: Omit<FrozenItem, 'title'> | Sums,
  { money }: Formats,
): string {
  return [
    oneTimeMinor > 0 ? money(oneTimeMinor) : '',
    monthlyMinor > 0 ? `${money(monthlyMinor)} a month` : '',
    annualMinor > 0 ? `${money(annualMinor)} a year` : '',
  ]
    .filter(Boolean)
    .join(' + ');
}
type Sums = Pick<FrozenItem, 'oneTimeMinor' | 'monthlyMinor' | 'annualMinor'>;
