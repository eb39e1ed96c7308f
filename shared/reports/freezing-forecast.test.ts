import { expect, test } from 'vitest';
import { firstRules } from '../budgets/forecast-rules.ts';
import { forecast, type Ground } from '../budgets/forecasting.ts';
import { ground, rule } from '../budgets/testing/forecast-ground.ts';
import { freezeForecast } from './freezing-forecast.ts';
import { FrozenForecast } from './snapshot.ts';

const withRules = (...rules: Ground['rules']['rules']) =>
  freezeForecast(forecast(ground({ rules: { ...firstRules(2026), rules } })));

test('a frozen forecast has the sums of the forecast and adds up as it does', () => {
  const told = forecast(ground({ rules: { ...firstRules(2026), rules: [rule()] } }));
  const frozen = freezeForecast(told);
  expect(FrozenForecast.parse(frozen)).toEqual({
    fiscalYearStart: 1,
    years: [2026, 2027, 2028, 2029],
    categories: [{ label: 'Managed services', amounts: [5_580_000, 5_803_200, 6_035_328, 6_276_741] }],
    totals: told.totals.map(({ minor }) => minor),
    forwardMinor: told.forwardMinor,
  });
});

test('a category that costs nothing is left out, and without any there is nothing to freeze', () => {
  const free = rule({ categoryKey: 'free', label: 'Free', baseYearAmount: 0 });
  expect(withRules(rule(), free)?.categories).toHaveLength(1);
  expect(withRules(free)).toBeNull();
  expect(withRules()).toBeNull();
});
