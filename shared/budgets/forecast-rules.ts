import { z } from 'zod';
import { CompanyId } from '../kernel/id.ts';
import { divideHalfEven, Price } from '../kernel/money.ts';
import { Version } from '../kernel/record.ts';
import { line } from '../kernel/text.ts';

/** Years after the first one that a forecast shows at most. */
export const MOST_YEARS = 5;
const MOST_RULES = 30;
/** Years of a category that are set by hand at most: those that are over stay beside those that are shown. */
const MOST_BY_HAND = 20;
/** Quarters over which overdue devices are spread at most. */
export const MOST_SPREAD = 12;

/** A rate of increase a year, in percent; two decimals count. */
const Percent = z
  .number('Enter a percentage.')
  .min(-50, 'Enter at least -50 %.')
  .max(100, 'Enter at most 100 %.')
  .multipleOf(0.01, 'Use at most two decimals.');
const FiscalYear = z.int('Choose a fiscal year.').min(2000).max(2100);

/** A category of the forecast, one of its own ("hardware") or one that only a rule knows ("managed-services"). */
export const CategoryKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Name the category with small letters, digits and "-".');

/** How one category is forecast where no planned work, line or licence speaks for it. */
export const CategoryRule = z.strictObject({
  categoryKey: CategoryKey,
  label: line('the name of the category', 60),
  /** What it costs in the base year, in minor units. */
  baseYearAmount: Price,
  perYearIncreasePercent: Percent,
  /** False holds the category at its base amount. */
  isIncreaseEnabled: z.boolean(),
  /** Amounts set by hand, by fiscal year: they win over everything that is calculated. */
  manualOverrides: z
    .record(z.string().regex(/^2[01]\d\d$/, 'Name the fiscal year, such as 2027.'), Price)
    .refine((years) => Object.keys(years).length <= MOST_BY_HAND, `Set at most ${MOST_BY_HAND} years by hand.`),
});
export type CategoryRule = z.infer<typeof CategoryRule>;

const Facts = {
  /** Fiscal year of the rules' amounts, from which they grow. It is the first one shown until it is over. */
  baseYear: FiscalYear,
  yearsForward: z.int('Enter whole years.').min(1, 'Show at least one year.').max(MOST_YEARS),
  /** Increase of every category that has no rule of its own. */
  globalDefaultIncreasePercent: Percent,
  /** True puts the default in the place of every rule's own increase. */
  applyGlobalToAll: z.boolean(),
  /** Recurring costs go on when their term ends; false lets them end. */
  renewalsAssumed: z.boolean(),
  /** Devices that fall due count at the price of their kind, unless planned work replaces them. */
  devicesCounted: z.boolean(),
  /** Increase of what replacing a device costs, from the running fiscal year on. */
  hardwareIncreasePercent: Percent,
  /** Overdue devices are dealt out to so many quarters from the running one on; 1 puts all into that one. */
  overdueQuarters: z
    .int('Choose a number of quarters.')
    .min(1, 'Choose at least one quarter.')
    .max(MOST_SPREAD, `Choose at most ${MOST_SPREAD} quarters.`),
  rules: z
    .array(CategoryRule)
    .max(MOST_RULES, `Keep at most ${MOST_RULES} categories.`)
    .refine(
      (rules) => new Set(rules.map(({ categoryKey }) => categoryKey)).size === rules.length,
      'Each category has one rule. Change the one that is there.',
    ),
};

/** What a client's forecast is calculated by; `v` is 0 until it is first saved. */
export const ForecastRules = z.object({ ...Facts, v: z.int().min(0) });
export type ForecastRules = z.infer<typeof ForecastRules>;

export const ForecastRulesChange = z.strictObject({ ...Facts, companyId: CompanyId, v: Version.or(z.literal(0)) });
export type ForecastRulesChange = z.infer<typeof ForecastRulesChange>;

/**
 * The rules of a client that never changed any: nothing grows, and nothing is assumed but that what recurs goes on and what
 * falls due is replaced.
 */
export function firstRules(baseYear: number): ForecastRules {
  return {
    baseYear,
    yearsForward: 3,
    globalDefaultIncreasePercent: 0,
    applyGlobalToAll: false,
    renewalsAssumed: true,
    devicesCounted: true,
    hardwareIncreasePercent: 0,
    overdueQuarters: 1,
    rules: [],
    v: 0,
  };
}

/**
 * An amount after `years` whole years of increase: base x (1 + p)^years. Rounded half-even once, from the exact quotient, so
 * that no year inherits the rounding of the one before.
 *
 * @param years whole years, at least 0
 */
export function grown(minor: number, percent: number, years: number): number {
  const scale = 10_000n ** BigInt(years);
  const factor = BigInt(10_000 + Math.round(percent * 100)) ** BigInt(years);
  return Number(divideHalfEven(BigInt(minor) * factor, scale));
}

/** The increase in force for a category, in percent a year. */
export function increaseOf(rules: ForecastRules, categoryKey: string): number {
  const { applyGlobalToAll, globalDefaultIncreasePercent } = rules;
  const rule = rules.rules.find((one) => one.categoryKey === categoryKey);
  if (applyGlobalToAll || !rule) return globalDefaultIncreasePercent;
  return rule.isIncreaseEnabled ? rule.perYearIncreasePercent : 0;
}
