import { type Quarter, quartersFrom } from './roadmap-quarters.ts';

/** A stretch of the roadmap in words a client uses. */
export interface RoadmapPeriod<Item> {
  /** "Now", "Early 2027", "Later", "No date yet". */
  title: string;
  /** "until Dec 31", "Jan – Mar", "Jul and after"; empty without a date. */
  note: string;
  items: Item[];
}

/** Words for the quarter that begins in a month (1-12); months that are not named are said by their range. */
export type SeasonWords = Partial<Record<number, string>>;

/** Words of the northern hemisphere. */
export const SEASON_WORDS: SeasonWords = { 1: 'Early', 4: 'Spring', 7: 'Summer', 10: 'Late' };

/** What to group: `start` is null without a date. */
export interface PeriodItem {
  start: string | null;
}

const NAMED_QUARTERS = 2;

/**
 * Groups work into now (this quarter and whatever began before), the next two quarters, later, and no date yet. Empty
 * periods are left out.
 *
 * @param fiscalStartMonth month in which the fiscal year begins, 1-12: it decides where quarters begin
 */
export function roadmapPeriods<Item extends PeriodItem>(
  items: readonly Item[],
  options: { today: string; locale: string; fiscalStartMonth?: number; words?: SeasonWords },
): RoadmapPeriod<Item>[] {
  const { today, locale, fiscalStartMonth = 1, words = SEASON_WORDS } = options;
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const at = (date: string) => Date.parse(`${date}T00:00:00Z`);
  const rangeOf = ({ start, end }: Quarter) => `${month.format(at(start))} – ${month.format(at(end))}`;
  const titleOf = (quarter: Quarter) => {
    const word = words[Number(quarter.start.slice(5, 7))];
    return `${word ?? rangeOf(quarter)} ${quarter.end.slice(0, 4)}`;
  };
  const [current, ...next] = quartersFrom(today, NAMED_QUARTERS + 2, fiscalStartMonth);
  const later = next.at(-1);
  if (!current || !later) return [];
  const named = next.slice(0, NAMED_QUARTERS).map((quarter) => ({
    title: titleOf(quarter),
    note: words[Number(quarter.start.slice(5, 7))] ? rangeOf(quarter) : '',
    items: items.filter(({ start }) => start !== null && start >= quarter.start && start <= quarter.end),
  }));
  return [
    {
      title: 'Now',
      note: `until ${day.format(at(current.end))}`,
      items: items.filter(({ start }) => start !== null && start <= current.end),
    },
    ...named,
    {
      title: 'Later',
      note: `${month.format(at(later.start))} and after`,
      items: items.filter(({ start }) => start !== null && start >= later.start),
    },
    { title: 'No date yet', note: '', items: items.filter(({ start }) => start === null) },
  ].filter((period) => period.items.length > 0);
}
