import type { ItemEstimate } from '../../planner/planner-item.ts';
import { monthIndex } from '../../planner/roadmap-quarters.ts';
import type { Forecast } from '../forecast.ts';
import { type CategoryRule, firstRules } from '../forecast-rules.ts';
import { firstMonth, type Ground } from '../forecasting.ts';

export const companyId = '01j9zq4xk3r8m2n5t7v9w1y3za';
const nothing = {
  undated: 0,
  unpricedLicences: 0,
  otherCurrency: 0,
  undatedDevices: 0,
  unpricedDevices: 0,
  otherCurrencyDevices: 0,
};
export const BASE = 2026;
/** In November of the base year, which is shown from January on. */
export const standing = { first: firstMonth(BASE, 1), today: monthIndex('2026-11-20') };

export function rule(own: Partial<CategoryRule> = {}): CategoryRule {
  return {
    categoryKey: 'managed-services',
    label: 'Managed services',
    baseYearAmount: 5_580_000,
    perYearIncreasePercent: 4,
    isIncreaseEnabled: true,
    manualOverrides: {},
    ...own,
  };
}

export const ground = (own: Partial<Ground> = {}): Ground => ({
  companyId,
  currency: 'USD',
  fiscalYearStart: 1,
  thisYear: BASE,
  weighted: false,
  rules: firstRules(BASE),
  costs: [],
  leftOut: nothing,
  ...own,
});
export const ruled = (...rules: CategoryRule[]) => ({ ...firstRules(BASE), rules });

export function item(own: Partial<ItemEstimate> = {}): ItemEstimate {
  return {
    plannerItemId: companyId,
    title: 'Imaging servers',
    lane: 'infrastructure',
    status: 'presented',
    currency: 'USD',
    startDate: '2027-01-16',
    hours: 40,
    ratePerHour: 16_500,
    costs: [{ label: 'Server', kind: 'hardware', quantity: 2, unitMinor: 745_000, recurrence: 'one-time' }],
    isArchived: false,
    v: 1,
    updatedAt: '2026-11-20T10:00:00.000Z',
    ...own,
  };
}

export const subscription = (recurrence: 'monthly' | 'annual') =>
  item({
    hours: 0,
    costs: [{ label: 'Backup', kind: 'subscription', quantity: 31, unitMinor: 400, recurrence }],
  });

export const category = ({ categories }: Forecast, key: string) => categories.find((one) => one.key === key);
export const yearsOf = (told: Forecast, key: string) => category(told, key)?.cells.map(({ minor }) => minor);
