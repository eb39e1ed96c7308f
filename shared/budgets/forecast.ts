import { z } from 'zod';
import { DeviceType } from '../devices/device-type.ts';
import { CalendarDate, QuarterKey } from '../kernel/date.ts';
import { CompanyId } from '../kernel/id.ts';
import { Flag } from '../kernel/page.ts';
import { ItemStatus, Recurrence } from '../planner/planner-item.ts';
import { LineStatus } from './budget.ts';
import { ForecastRules } from './forecast-rules.ts';

/** Where a line of the forecast comes from. */
export const ForecastSource = z.object({
  type: z.enum(['planner-item', 'budget', 'licence', 'device']),
  /** Id of the planner item or budget; part number of a licence; kind of the devices. */
  id: z.string(),
});
export type ForecastSource = z.infer<typeof ForecastSource>;

/** Four amounts, one a fiscal quarter. */
export const Quarters = z.tuple([z.int(), z.int(), z.int(), z.int()]);
export type Quarters = z.infer<typeof Quarters>;

/** Which devices a line replaces: enough to find them in their list, and none of their names. */
export const ReplacedKind = z.object({
  type: DeviceType,
  /** Fiscal quarter in which they fall due; absent for overdue ones. */
  quarter: QuarterKey.optional(),
  /** Others of the same kind and quarter that planned work replaces: they count there. */
  planned: z.int(),
});

/** One cost that is known: planned work, a line by hand, a licence, devices that fall due. */
export const ForecastLine = z.object({
  /** Stable within the forecast. */
  key: z.string(),
  label: z.string(),
  source: ForecastSource,
  devices: ReplacedKind.optional(),
  quantity: z.number(),
  unitMinor: z.int(),
  recurrence: Recurrence,
  /** True for hours of work. */
  hours: z.boolean(),
  /** When it first falls due; absent for what runs already. */
  startDate: CalendarDate.optional(),
  status: z.union([ItemStatus, LineStatus]).optional(),
  /** How likely it is, in percent; counted only in a weighted forecast. */
  probability: z.int(),
  /** Least and most that it may cost once, where the estimate says so. */
  lowMinor: z.int().optional(),
  highMinor: z.int().optional(),
  /** What it costs by year and quarter, in the order of the forecast's years. */
  amounts: z.array(Quarters),
});
export type ForecastLine = z.infer<typeof ForecastLine>;

/** How a cell came about. */
export const Basis = z.enum(['lines', 'rule', 'override', 'none']);
export type Basis = z.infer<typeof Basis>;

/** One category in one fiscal year. */
export const ForecastCell = z.object({
  year: z.int(),
  minor: z.int(),
  quarters: Quarters,
  basis: Basis,
  /** What would stand here if nobody had set it by hand. */
  calculatedMinor: z.int(),
});
export type ForecastCell = z.infer<typeof ForecastCell>;

export const ForecastCategory = z.object({
  key: z.string(),
  label: z.string(),
  /** Whether lines speak for it or a rule does. */
  basis: Basis,
  /** Increase a year in force, in percent. */
  increasePercent: z.number(),
  cells: z.array(ForecastCell),
  lines: z.array(ForecastLine),
});
export type ForecastCategory = z.infer<typeof ForecastCategory>;

/** What could not be counted, and why. */
export const LeftOut = z.object({
  /** Open planner items without dates. */
  undated: z.int(),
  /** Kinds of licence whose price nobody knows. */
  unpricedLicences: z.int(),
  /** Costs in another currency than the client's. */
  otherCurrency: z.int(),
  /** Devices in use of which nothing tells when they fall due. */
  undatedDevices: z.int(),
  /** Devices due within the years whose kind has no price. */
  unpricedDevices: z.int(),
  /** Devices due within the years: the policies' prices are in another currency than the client's. */
  otherCurrencyDevices: z.int(),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** A client's cost by category over the coming fiscal years. Calculated when read; only its rules are kept. */
export const Forecast = z.object({
  companyId: CompanyId,
  currency: z.string(),
  fiscalYearStart: z.int(),
  weighted: z.boolean(),
  rules: ForecastRules,
  /** The base year, or the running one once that is over, and those after it. */
  years: z.array(z.int()),
  categories: z.array(ForecastCategory),
  totals: z.array(z.object({ year: z.int(), minor: z.int(), quarters: Quarters, deltaMinor: z.int() })),
  /** Sum of the years after the first one. */
  forwardMinor: z.int(),
  leftOut: LeftOut,
});
export type Forecast = z.infer<typeof Forecast>;

export const ForecastInput = z.strictObject({
  companyId: CompanyId,
  /** Counts each line by how likely it is. */
  weighted: Flag.default(false),
});
export type ForecastInput = z.infer<typeof ForecastInput>;
