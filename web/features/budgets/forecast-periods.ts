import type { Forecast, Quarters } from '../../../shared/budgets/forecast.ts';
import { quarterWords, yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { quarterNames } from './line-views.ts';

/** A column of the forecast: a fiscal year, or a quarter of the year that is opened up. */
export interface Period {
  /** "2027" or "2027q1": how addresses name it. */
  id: string;
  /** "FY27", "Q1 FY27". */
  short: string;
  /** The same, of a quarter with its months: "Q1 FY27, Jul–Sep". */
  name: string;
  year: number;
  /** Place of its year in the forecast. */
  at: number;
  quarter?: 0 | 1 | 2 | 3;
  /** The year whose quarters stand before it. */
  summing: boolean;
}

/** The columns, with the quarters of one year before it when that is asked. */
export function periodsOf(
  { years, fiscalYearStart }: Pick<Forecast, 'years' | 'fiscalYearStart'>,
  quartersOf: number | undefined,
  locale: string,
): Period[] {
  return years.flatMap((year, at): Period[] => {
    const name = yearWords(year, fiscalYearStart);
    const whole = { id: String(year), short: name, name, year, at };
    if (year !== quartersOf) return [{ ...whole, summing: false }];
    const names = quarterNames({ fiscalYear: year, fiscalYearStart }, locale);
    const quarters = ([0, 1, 2, 3] as const).map((quarter) => ({
      id: `${year}q${quarter + 1}`,
      short: quarterWords({ year, quarter: quarter + 1 }, fiscalYearStart),
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
