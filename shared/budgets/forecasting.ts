import { fiscalYear } from '../kernel/calendar.ts';
import { labour, split, times } from '../kernel/minor.ts';
import { monthIndex } from '../planner/roadmap-quarters.ts';
import type { Forecast, ForecastCategory, ForecastCell, ForecastLine, LeftOut, Quarters } from './forecast.ts';
import { CATEGORIES } from './forecast-categories.ts';
import { type CategoryRule, type ForecastRules, grown, increaseOf } from './forecast-rules.ts';
import type { KnownCost } from './known-costs.ts';

/** What a forecast is made of. */
export interface Ground {
  companyId: string;
  currency: string;
  fiscalYearStart: number;
  /** The running fiscal year: those before it are over. */
  thisYear: number;
  weighted: boolean;
  rules: ForecastRules;
  costs: readonly KnownCost[];
  leftOut: LeftOut;
}

const YEAR = 12;
const none = (): Quarters => [0, 0, 0, 0];
const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);
const inQuarters = (minor: number) => split(minor, 4) as Quarters;

/** The fiscal years shown: the base year, or the running one once that is over, and those after it. */
export function forecastYears(
  { baseYear, yearsForward }: Pick<ForecastRules, 'baseYear' | 'yearsForward'>,
  thisYear: number,
): [number, ...number[]] {
  const first = Math.max(baseYear, thisYear);
  return [first, ...Array.from({ length: yearsForward }, (_, at) => first + at + 1)];
}

/** First month of a fiscal year, counted from year 0. */
export function firstMonth(year: number, startMonth: number): number {
  return monthIndex(fiscalYear(year, startMonth).start);
}

/**
 * A cost by year and quarter: once in its month, or each month or year of its term and, when renewals are assumed, beyond; in
 * the months of which it speaks.
 * From a year after its start, or from a licence's renewal, it costs the increase more, once more each year. Every payment is
 * rounded by itself, so that quarters, years and totals add up to the same.
 *
 * @param first first month shown
 * @param years how many fiscal years are shown
 * @param percent increase a year
 */
export function spread(
  cost: KnownCost,
  { first, years, percent, renewalsAssumed, weighted }: SpreadOver,
): ForecastLine['amounts'] {
  const amounts = Array.from({ length: years }, none);
  const step = cost.recurrence === 'monthly' ? 1 : YEAR;
  const termEnds = cost.recurrence === 'one-time' ? cost.from : renewalsAssumed ? undefined : cost.termEnds;
  const last = Math.min(first + years * YEAR - 1, termEnds ?? Infinity, cost.until ?? Infinity);
  const unit = labour(cost.quantity, cost.unitMinor);
  const begins = Math.max(first, cost.since ?? first);
  const skipped = Math.max(0, Math.ceil((begins - cost.from) / step));
  for (let month = cost.from + skipped * step; month <= last; month += step) {
    const raised = month < cost.raisedFrom ? 0 : 1 + Math.floor((month - cost.raisedFrom) / YEAR);
    const minor = grown(unit, percent, raised);
    const quarters = amounts[Math.floor((month - first) / YEAR)];
    const at = Math.floor(((month - first) % YEAR) / 3) as 0 | 1 | 2 | 3;
    if (quarters) quarters[at] += weighted ? times(minor, cost.probability / 100) : minor;
  }
  return amounts;
}

interface SpreadOver {
  first: number;
  years: number;
  percent: number;
  renewalsAssumed: boolean;
  weighted: boolean;
}

/** What a rule says of a year: its base amount, increased a year at a time unless that is off. */
export function ruledAmount(rule: CategoryRule, rules: ForecastRules, year: number): number {
  return grown(rule.baseYearAmount, increaseOf(rules, rule.categoryKey), Math.max(0, year - rules.baseYear));
}

function cellOf(
  year: number,
  calculated: Quarters,
  basis: ForecastCell['basis'],
  override: number | undefined,
): ForecastCell {
  const calculatedMinor = sum(calculated);
  if (override === undefined) return { year, minor: calculatedMinor, quarters: calculated, basis, calculatedMinor };
  return { year, minor: override, quarters: inQuarters(override), basis: 'override', calculatedMinor };
}

/** A known cost as the forecast shows it. */
function lineOf(cost: KnownCost, over: SpreadOver): ForecastLine {
  const { categoryKey, from, termEnds, since, until, raisedFrom, percent = over.percent, ...line } = cost;
  return { ...line, amounts: spread(cost, { ...over, percent }) };
}

function categoryOf(
  { key, label }: { key: string; label: string },
  ground: Ground,
  over: Omit<SpreadOver, 'percent'>,
  years: readonly number[],
): ForecastCategory {
  const { rules } = ground;
  const rule = rules.rules.find(({ categoryKey }) => categoryKey === key);
  const percent = increaseOf(rules, key);
  const lines = ground.costs
    .filter(({ categoryKey }) => categoryKey === key)
    .map((cost) => lineOf(cost, { ...over, percent }))
    .filter(({ amounts }) => amounts.some((quarters) => quarters.some((minor) => minor !== 0)));
  const basis = lines.length > 0 ? 'lines' : rule ? 'rule' : 'none';
  const cells = years.map((year, at) => {
    const calculated = lines.length
      ? ([0, 1, 2, 3].map((quarter) => sum(lines.map(({ amounts }) => amounts[at]?.[quarter] ?? 0))) as Quarters)
      : inQuarters(rule ? ruledAmount(rule, rules, year) : 0);
    return cellOf(year, calculated, basis, rule?.manualOverrides[year]);
  });
  return { key, label: rule?.label ?? label, basis, increasePercent: percent, cells, lines };
}

/**
 * The forecast: what is planned, agreed and licensed wherever that is known, the rule's growth in categories of which nothing
 * is known, and in any cell the amount that was set by hand. (Product design 2.10.)
 */
export function forecast(ground: Ground): Forecast {
  const { rules, fiscalYearStart, thisYear, companyId, currency, weighted, leftOut } = ground;
  const years = forecastYears(rules, thisYear);
  const over = {
    first: firstMonth(years[0], fiscalYearStart),
    years: years.length,
    renewalsAssumed: rules.renewalsAssumed,
    weighted,
  };
  const own = new Set(CATEGORIES.map(({ key }) => key));
  const ruled = rules.rules
    .filter(({ categoryKey }) => !own.has(categoryKey))
    .map(({ categoryKey, label }) => ({ key: categoryKey, label }));
  const categories = [...ruled, ...CATEGORIES]
    .map((category) => categoryOf(category, ground, over, years))
    .filter(({ basis, cells }) => basis !== 'none' || cells.some(({ minor }) => minor !== 0));
  const totals = years.map((year, at) => {
    const quarters = ([0, 1, 2, 3] as const).map((quarter) =>
      sum(categories.map(({ cells }) => cells[at]?.quarters[quarter] ?? 0)),
    ) as Quarters;
    return { year, minor: sum(quarters), quarters };
  });
  return {
    companyId,
    currency,
    fiscalYearStart,
    weighted,
    rules,
    years,
    categories,
    totals: totals.map((total, at) => ({ ...total, deltaMinor: at ? total.minor - (totals[at - 1]?.minor ?? 0) : 0 })),
    forwardMinor: sum(totals.slice(1).map(({ minor }) => minor)),
    leftOut,
  };
}
