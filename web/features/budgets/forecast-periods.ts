import type { Forecast, Quarters } from '../../../shared/budgets/forecast.ts';
import { quarterNames } from './line-views.ts';
import { fiscalName } from './text.ts';

/** A column of the forecast: a fiscal year, or a quarter of the year that is opened up. */
export interface Period {
  /** "2027" or "2027q1": how addresses name it. */
  id: string;
  /** "FY27", "Q1 27". */
  short: string;
  /** "FY27", "Q1 2027". */
  name: string;
  year: number;
  /** Place of its year in the forecast. */
  at: number;
  quarter?: 0 | 1 | 2 | 3;
  /** The year whose quarters stand before it. */
  summing: boolean;
}

/** "Q1 27": a quarter of a fiscal year, counted from 0. */
export const quarterShort = (year: number, quarter: number) => `Q${quarter + 1} ${String(year % 100).padStart(2, '0')}`;

/** The columns, with the quarters of one year before it when that is asked. */
export function periodsOf(
  { years, fiscalYearStart }: Pick<Forecast, 'years' | 'fiscalYearStart'>,
  quartersOf: number | undefined,
  locale: string,
): Period[] {
  return years.flatMap((year, at): Period[] => {
    const whole = { id: String(year), short: fiscalName(year), name: fiscalName(year), year, at };
    if (year !== quartersOf) return [{ ...whole, summing: false }];
    const names = quarterNames({ fiscalYear: year, fiscalYearStart }, locale);
    const quarters = ([0, 1, 2, 3] as const).map((quarter) => ({
      id: `${year}q${quarter + 1}`,
      short: quarterShort(year, quarter),
      name: names[quarter] ?? '',
      year,
      at,
      quarter,
      summing: false,
    }));
    return [...quarters, { ...whole, summing: true }];
  });
}

/** What a year of four quarters costs in a period. */
export function inPeriod(years: readonly { quarters: Quarters }[], { at, quarter }: Period): number {
  const quarters = years[at]?.quarters ?? [0, 0, 0, 0];
  return quarter === undefined ? quarters.reduce((sum, minor) => sum + minor, 0) : quarters[quarter];
}
