import { addDays, fiscalQuarter } from '../../../shared/kernel/calendar.ts';

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
    const { year, quarter, start, end } = fiscalQuarter(date, startMonth ?? 1);
    const months = `${at(start)} – ${at(end)}`;
    const fiscal =
      startMonth === undefined || startMonth === 1 ? String(year) : `FY${String(year % 100).padStart(2, '0')}`;
    const label = startMonth === undefined ? `${months} ${end.slice(0, 4)}` : `Q${quarter} ${fiscal}`;
    options.push({ value: start, label, dates: { start, end } });
    date = addDays(end, 1);
  }
  return [...options, { value: 'none', label: 'No date yet' }];
}
