import { expect, it } from 'vitest';
import type { Forecast } from '../../shared/budgets/forecast.ts';
import { FrozenForecast } from '../../shared/reports/snapshot.ts';
import { idle } from '../_kit/testing/world.ts';
import { ask, easyMsp, newCompany, ok } from '../identity/testing/members.ts';
import { frozenOf, frozenSection, madeReport } from './testing/made-report.ts';

const RULES = {
  baseYear: 2030,
  yearsForward: 3,
  globalDefaultIncreasePercent: 3,
  applyGlobalToAll: false,
  renewalsAssumed: true,
  devicesCounted: true,
  hardwareIncreasePercent: 0,
  overdueQuarters: 1,
  v: 0,
  rules: [
    {
      categoryKey: 'managed-services',
      label: 'Managed services',
      baseYearAmount: 5_580_000,
      perYearIncreasePercent: 4,
      isIncreaseEnabled: true,
      manualOverrides: { 2032: 6_000_000 },
    },
  ],
};

it('adds what devices cost that fall due to the hardware that the client reads of, and names none', async () => {
  const owner = await easyMsp();
  const companyId = await newCompany(owner);
  const device = { name: 'SECRET-LT-1', type: 'laptop', purchased: '2020-01-10' };
  ok(await ask(owner, 'POST', `/companies/${companyId}/devices`, device));
  await idle();
  const report = await madeReport(owner, companyId, {
    title: 'Years',
    period: { from: '2030-01-01', to: '2030-12-31' },
    sections: ['forecast'],
  });
  const forecast = FrozenForecast.parse(await frozenSection(report, 'forecast'));
  const seen = ok(await ask<Forecast>(owner, 'GET', `/companies/${companyId}/forecast`));
  expect(forecast.categories).toEqual([{ label: 'Hardware', amounts: [145_000, 0, 0, 0] }]);
  expect(forecast.totals).toEqual(seen.totals.map(({ minor }) => minor));
  expect(forecast.hasDevices).toBe(true);
  expect((await frozenOf(report)).text).not.toContain('SECRET-LT-1');
});

it('freezes the years ahead that the console shows, and none of the work behind them', async () => {
  const owner = await easyMsp();
  const companyId = await newCompany(owner);
  const client = `/companies/${companyId}`;
  const seats = { label: 'Secret seats', kind: 'subscription', quantity: 7, unitMinor: 333, recurrence: 'monthly' };
  const work = { title: 'Unpublished work', hours: 8, costs: [seats], startDate: '2031-03-01', endDate: '2031-03-31' };
  ok(await ask(owner, 'POST', `${client}/planner-items`, work));
  ok(await ask(owner, 'PUT', `${client}/forecast/rules`, RULES));
  const seen = ok(await ask<Forecast>(owner, 'GET', `${client}/forecast`));

  const body = { title: 'Years', period: { from: '2030-01-01', to: '2030-12-31' }, sections: ['forecast'] };
  const report = await madeReport(owner, companyId, body);
  expect(report).toMatchObject({ status: 'finished', made: { pdf: { pages: 1 } } });
  const { text } = await frozenOf(report);
  const forecast = FrozenForecast.parse(await frozenSection(report, 'forecast'));
  expect(forecast).toMatchObject({
    years: seen.years,
    totals: seen.totals.map(({ minor }) => minor),
    forwardMinor: seen.forwardMinor,
    categories: seen.categories.map(({ label, cells }) => ({ label, amounts: cells.map(({ minor }) => minor) })),
  });
  expect(forecast.categories.map(({ label }) => label)).toEqual([
    'Managed services',
    'Subscriptions',
    'Projects and labour',
  ]);
  expect(text).not.toContain('Secret seats');
  expect(text).not.toContain('Unpublished work');
});
