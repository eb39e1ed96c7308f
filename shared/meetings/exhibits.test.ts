import { expect, it } from 'vitest';
import type { ClientBudget } from '../budgets/client-budget.ts';
import type { Forecast } from '../budgets/forecast.ts';
import type { DeviceRow } from '../devices/device.ts';
import type { Goal } from '../goals/goal.ts';
import type { Exhibit } from './exhibit.ts';
import { budgetExhibit, devicesExhibit, forecastExhibit, goalsExhibit, roadmapExhibit } from './exhibits.ts';
import { valueText } from './words.ts';

const columnOf = ({ table }: Exhibit, at: number) => table?.rows.map((row) => row[at] && valueText(row[at], 'en-US'));

it('tells clients how things stand in the words of their portal and reports', () => {
  const goal = (status: string, health: string) => ({ title: 'No drops', status, health, progress: 10 }) as Goal;
  expect(
    columnOf(
      goalsExhibit([goal('active', 'off-track'), goal('achieved', 'on-track'), goal('abandoned', 'at-risk')]),
      2,
    ),
  ).toEqual(['Behind', 'Achieved', 'Given up']);
  const lines = ['rejected', 'pending'].map((status) => ({ label: status, amountMinor: 100, status }));
  expect(columnOf(budgetExhibit({ currency: 'USD', lines } as ClientBudget), 2)).toEqual([
    'Waiting for you',
    'Not now',
  ]);
  const work = (['presented', 'declined', 'cancelled', 'completed'] as const).map((status) => ({
    title: status,
    status,
    oneTimeMinor: 0,
    currency: 'USD',
  }));
  expect(columnOf(roadmapExhibit(work), 3)).toEqual(['Proposed', 'Not now', 'Not planned', 'Done']);
});

it('says of devices when they are due, which is not how they feel', () => {
  const device = (lifecycle: DeviceRow['lifecycle'], warranty: DeviceRow['warranty']) =>
    ({ name: 'LT-1', type: 'laptop', lifecycle, warranty, replacementMinor: 0, currency: 'USD' }) as DeviceRow;
  expect(columnOf(devicesExhibit([device('due', 'expiring-30'), device('healthy', 'active')]), 3)).toEqual([
    'Due in 3 months, warranty ends in 30 days',
    'Current, in warranty',
  ]);
});

it('names the years of a forecast by the fiscal year of the client', () => {
  const forecast = {
    fiscalYearStart: 7,
    years: [2027, 2028],
    categories: [{ label: 'Hardware', cells: [] }],
    totals: [],
    currency: 'USD',
    forwardMinor: 0,
  } as unknown as Forecast;
  const { facts, table } = forecastExhibit(forecast);
  expect(facts.map(({ label }) => label)).toEqual(['This year, FY27', 'FY28 to FY28']);
  expect(table?.columns).toEqual(['Kind', 'FY27', 'FY28']);
});
