import { costsOfDevices, devicesWithin } from '../../shared/budgets/device-costs.ts';
import type { LeftOut } from '../../shared/budgets/forecast.ts';
import type { ForecastRules } from '../../shared/budgets/forecast-rules.ts';
import { firstMonth } from '../../shared/budgets/forecasting.ts';
import type { KnownCost } from '../../shared/budgets/known-costs.ts';
import type { Company } from '../../shared/companies/company.ts';
import type { CalendarDate } from '../../shared/kernel/calendar.ts';
import type { Scope } from '../_kit/scope.ts';
import { type CountedFleet, replacementsDue } from '../devices/replacements.service.ts';
import type { PlannedWork } from '../planner/estimates.service.ts';

type DevicesLeftOut = Pick<LeftOut, 'undatedDevices' | 'unpricedDevices' | 'otherCurrencyDevices'>;
/** What devices bring to a forecast. */
interface DueDevices {
  costs: KnownCost[];
  leftOut: DevicesLeftOut;
}

const NONE: DueDevices = { costs: [], leftOut: { undatedDevices: 0, unpricedDevices: 0, otherCurrencyDevices: 0 } };

/**
 * What replacing a client's devices costs in the years ahead, without those that counted work replaces.
 *
 * @param fleet nothing where the client's forecast leaves devices out
 * @param counted open work that the forecast counts itself
 * @param years fiscal years that it shows
 */
export async function dueDevices(
  scope: Scope,
  fleet: CountedFleet | undefined,
  counted: readonly PlannedWork[],
  {
    company,
    rules,
    today,
    years,
  }: { company: Company; rules: ForecastRules; today: CalendarDate; years: readonly [number, ...number[]] },
): Promise<DueDevices> {
  if (!fleet) return NONE;
  const { currency, fiscalYearStart } = company;
  const work = {
    deviceIds: counted.flatMap(({ deviceIds = [] }) => deviceIds),
    findingIds: counted.flatMap(({ findingId }) => findingId ?? []),
  };
  const due = await replacementsDue(scope, fleet, work, { today, fiscalYearStart });
  const costs = costsOfDevices(due.kinds, { policies: due.policies, rules, today, fiscalYearStart });
  const within = (some: readonly KnownCost[]) =>
    devicesWithin(some, firstMonth(years[0], fiscalYearStart), years.length);
  const { undated: undatedDevices } = due;
  if (due.currency !== currency)
    return { costs: [], leftOut: { undatedDevices, unpricedDevices: 0, otherCurrencyDevices: within(costs) } };
  const unpriced = costs.filter(({ unitMinor }) => unitMinor === 0);
  return { costs, leftOut: { undatedDevices, unpricedDevices: within(unpriced), otherCurrencyDevices: 0 } };
}
