import { monthIndex, type Quarter, type Span } from '../../../shared/planner/roadmap-quarters.ts';
import { formatMoney, formatNumber } from '../format.ts';
import type { RoadmapStatus, RoadmapWork } from './roadmap-types.ts';

/** The word of a status. */
export const STATUS_WORDS: Record<RoadmapStatus, string> = {
  proposed: 'Proposed',
  approved: 'Approved',
  'in-progress': 'In progress',
  done: 'Done',
};

/** How the roadmap is read and moved without a pointer. */
export const KEY_HINT = 'Drag to move, drag the right edge to change length. Arrow keys work too.';

/** The same for screen readers, in full. */
export function keyHelp(canChangeLane: boolean): string {
  const lanes = canChangeLane ? ' Up and down change the lane.' : '';
  return `Left and right arrow move by a month. With Shift they change the length.${lanes} Enter opens.`;
}

/** Amounts of one roadmap. */
export interface RoadmapMoney {
  /** "$28.8K". */
  short: (minor: number) => string;
  /** "$10,385". */
  full: (minor: number) => string;
}

/** Writes amounts in the currency and locale of the roadmap. */
export function roadmapMoney(currency: string, locale: string): RoadmapMoney {
  return {
    short: (minor) => formatMoney(minor, currency, locale, { compact: true }),
    full: (minor) => formatMoney(minor, currency, locale),
  };
}

/** "12 h", with at most one decimal. */
export function hoursText(hours: number, locale: string): string {
  return `${formatNumber(hours, locale, { maximumFractionDigits: 1 })} h`;
}

const months = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs more than a bar: one for each locale. */
function monthFormat(locale: string): Intl.DateTimeFormat {
  const known =
    months.get(locale) ?? new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  months.set(locale, known);
  return known;
}

/** "Nov 2026 to Feb 2027", or one month. */
export function monthsText({ start, end }: Span, locale: string): string {
  const month = monthFormat(locale);
  const at = (date: string) => month.format(Date.parse(`${date}T00:00:00Z`));
  return monthIndex(start) === monthIndex(end) ? at(start) : `${at(start)} to ${at(end)}`;
}

/** "$2,960, $72 a month, 6 h, wait for lease", or "no estimate". */
export function estimateText(work: RoadmapWork, money: RoadmapMoney, locale: string): string {
  const parts = [
    work.amountMinor === null ? '' : money.full(work.amountMinor),
    work.monthlyMinor === undefined ? '' : `${money.full(work.monthlyMinor)} a month`,
    work.annualMinor === undefined ? '' : `${money.full(work.annualMinor)} a year`,
    work.hours === null ? '' : hoursText(work.hours, locale),
    work.note ?? '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : 'no estimate';
}

/** Everything a bar shows by colour, place and icon, in words. */
export function barLabel(work: RoadmapWork & Span, laneName: string, money: RoadmapMoney, locale: string): string {
  return [
    work.title,
    STATUS_WORDS[work.status].toLowerCase(),
    monthsText(work, locale),
    estimateText(work, money, locale),
    laneName,
    ...(work.published ? [] : ['not published']),
    ...(work.icons ?? []).map(({ label }) => label),
  ].join(', ');
}

/** What a screen reader hears while work moves. */
export function moveText(
  work: { title: string } & Span,
  laneName: string | null,
  quarter: { quarter: Quarter; amount: string; hours: string } | null,
  locale: string,
): string {
  const where = laneName === null ? '' : `, ${laneName}`;
  const sum = quarter ? ` ${quarter.quarter.name} is now ${quarter.amount}, ${quarter.hours}.` : '';
  return `${work.title}: ${monthsText(work, locale)}${where}.${sum}`;
}
