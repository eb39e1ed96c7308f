import { MOST_LINES } from '../../shared/budgets/budget.ts';
import type { Forecast, ForecastInput } from '../../shared/budgets/forecast.ts';
import { ForecastRules, type ForecastRulesChange, firstRules } from '../../shared/budgets/forecast-rules.ts';
import { forecast as calculated, firstMonth, forecastYears } from '../../shared/budgets/forecasting.ts';
import { costsOfItems, isCounted } from '../../shared/budgets/item-costs.ts';
import { type BudgetedLines, costsOfBudgets, costsOfLicences } from '../../shared/budgets/known-costs.ts';
import { dateIn, fiscalQuarter, fiscalYear } from '../../shared/kernel/date.ts';
import { changedMeanwhile } from '../../shared/kernel/error.ts';
import { costOf } from '../../shared/m365/licence.ts';
import { isClosedItem } from '../../shared/planner/closed-statuses.ts';
import { monthIndex } from '../../shared/planner/roadmap-quarters.ts';
import { commit } from '../_kit/commit.ts';
import { change, put } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find } from '../_kit/store.ts';
import * as Companies from '../companies/companies.service.ts';
import { countedFleet } from '../devices/replacements.service.ts';
import { licencesOf } from '../m365/licences.service.ts';
import { settings } from '../m365/settings.service.ts';
import { allEstimates, type PlannedWork } from '../planner/estimates.service.ts';
import { BudgetEntity, BudgetLineEntity, type BudgetRow } from './budget.entity.ts';
import { MOST_BUDGETS, shownLine } from './budget-records.ts';
import { dueDevices } from './due-devices.ts';
import { ForecastRulesEntity, type ForecastRulesRow } from './forecast-rules.entity.ts';

/** Budgets whose lines one forecast reads: the newest ones. */
const MOST_READ = 8;

const stored = (scope: Scope, companyId: string, consistent = false) =>
  find(scope, ForecastRulesEntity, ForecastRulesEntity.get({ mspId: scope.mspId, companyId }), { consistent });

/** The client's rules; until they are first saved, those that assume nothing, from the present fiscal year on. */
function rulesOf(thisYear: number, row: ForecastRulesRow | undefined): ForecastRules {
  // A row of before says nothing of what can be ruled since.
  return ForecastRules.parse({ ...firstRules(thisYear), ...row });
}

const isOpen = (item: PlannedWork) => !isClosedItem(item);
/** Work that says something of the years ahead, so that it is missed where it cannot be counted. */
const isMissed = (item: PlannedWork) => isOpen(item) || item.costs.some(({ recurrence }) => recurrence !== 'one-time');

function budgetRows(scope: Scope, companyId: string): Promise<BudgetRow[]> {
  const query = BudgetEntity.query.record({ mspId: scope.mspId, companyId });
  return all(scope, BudgetEntity, query, { most: MOST_BUDGETS });
}

/** The lines of the budgets that reach into the years of a forecast and hold lines by hand. */
async function linesOf(scope: Scope, rows: readonly BudgetRow[], years: readonly number[]): Promise<BudgetedLines[]> {
  const [base = 0] = years;
  const counted = rows
    .filter((row) => row.status !== 'obsolete' && row.handLines !== 0)
    .filter((row) => row.fiscalYear >= base - 1 && row.fiscalYear <= (years.at(-1) ?? 0))
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear || b.budgetId.localeCompare(a.budgetId))
    .slice(0, MOST_READ);
  return Promise.all(
    counted.map(async ({ companyId, budgetId, fiscalYear: year, fiscalYearStart }) => {
      const query = BudgetLineEntity.query.ofBudget({ mspId: scope.mspId, companyId, budgetId });
      const lines = await all(scope, BudgetLineEntity, query, { most: MOST_LINES });
      return {
        budgetId,
        fiscalYear: year,
        start: fiscalYear(year, fiscalYearStart).start,
        lines: lines.map(shownLine),
      };
    }),
  );
}

/**
 * A client's cost over the coming fiscal years, calculated anew from the planner, budgets, licences and devices as they stand
 * and from the client's rules.
 */
export async function forecast(scope: Scope, { companyId, weighted }: ForecastInput): Promise<Forecast> {
  const settled = settings(scope);
  const [company, row, fleet, items, budgets, licences, prices] = await Promise.all([
    Companies.get(scope, { companyId }),
    stored(scope, companyId),
    countedFleet(scope, companyId),
    allEstimates(scope, companyId),
    budgetRows(scope, companyId),
    licencesOf(scope, companyId, settled),
    settled,
  ]);
  const { currency, fiscalYearStart } = company;
  const today = dateIn(company.timeZone, scope.now());
  const thisYear = fiscalQuarter(today, fiscalYearStart).year;
  const rules = rulesOf(thisYear, row);
  const years = forecastYears(rules, thisYear);
  const counted = items.filter(isCounted);
  const own = counted.filter((item) => item.currency === currency);
  const dated = own.filter(({ startDate }) => startDate !== undefined);
  const ownBudgets = budgets.filter((budget) => budget.currency === currency);
  const ownLicences = prices.currency === currency ? licences : [];
  const standing = {
    first: firstMonth(years[0], fiscalYearStart),
    today: monthIndex(today),
    hasLicences: ownLicences.length > 0,
  };
  const [lines, devices] = await Promise.all([
    linesOf(scope, ownBudgets, years),
    dueDevices(scope, rules.devicesCounted ? fleet : undefined, dated.filter(isOpen), { company, rules, today, years }),
  ]);
  return calculated({
    companyId,
    currency,
    fiscalYearStart,
    thisYear,
    weighted,
    rules,
    costs: [
      ...costsOfLicences(ownLicences, standing.first, standing.today),
      ...costsOfItems(dated, standing),
      ...costsOfBudgets(lines),
      ...devices.costs,
    ],
    leftOut: {
      ...devices.leftOut,
      undated: own.filter((item) => isOpen(item) && item.startDate === undefined).length,
      unpricedLicences: costOf(ownLicences).unpriced,
      otherCurrency:
        counted.filter((item) => item.currency !== currency && isMissed(item)).length +
        (budgets.length - ownBudgets.length) +
        (licences.length - ownLicences.length),
    },
  });
}

/** Keeps what the forecast is calculated by. 409 when someone else was first; the first saving comes from version 0. */
export async function setForecastRules(
  scope: Scope,
  { companyId, v, ...set }: ForecastRulesChange,
): Promise<ForecastRules> {
  const [, before] = await Promise.all([Companies.get(scope, { companyId }), stored(scope, companyId, true)]);
  if ((before?.v ?? 0) !== v) throw changedMeanwhile('forecast', before?.v ?? 0);
  const after = before ? revised(scope, before, set) : stamped(scope, { companyId, ...set });
  const op = before
    ? change(ForecastRulesEntity, before, after, { what: 'forecast' })
    : put(ForecastRulesEntity, after, { taken: () => changedMeanwhile('forecast') });
  return commit(scope, [op], [], ForecastRules.parse(after));
}
