import { addDays, fiscalQuarter } from '../../../shared/kernel/calendar.ts';
import { quarterWords } from '../../../shared/kernel/fiscal-words.ts';

const OFFERED = 8;

export interface QuarterOption {
  /** First day, or `none`. */
  value: string;
  label: string;
  dates?: { start: string; end: string };
}

/**
 * The quarter of `today` and the next ones, then "No date yet".
 *
 * @param startMonth month in which the client's fiscal year begins; undefined for several clients, whose quarters are then
 * named by their months
 */
export function quarterOptions(today: string, startMonth: number | undefined, locale: string): QuarterOption[] {
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const at = (date: string) => month.format(Date.parse(`${date}T00:00:00Z`));
  const options: QuarterOption[] = [];
  for (let date = today; options.length < OFFERED; ) {
    const quarter = fiscalQuarter(date, startMonth ?? 1);
    const { start, end } = quarter;
    const label =
      startMonth === undefined ? `${at(start)} – ${at(end)} ${end.slice(0, 4)}` : quarterWords(quarter, startMonth);
    options.push({ value: start, label, dates: { start, end } });
    date = addDays(end, 1);
  }
  return [...options, { value: 'none', label: 'No date yet' }];
}
