import type { Forecast } from '../budgets/forecast.ts';
import type { FrozenForecast } from './snapshot.ts';

/**
 * The years ahead by category, as the forecast calculates them now; `null` while nothing is known of them. Only sums are
 * kept: a report says what the years cost, not which work nobody has shown the client yet.
 */
export function freezeForecast(forecast: Forecast): FrozenForecast | null {
  const { years, fiscalYearStart, categories, totals, forwardMinor } = forecast;
  const shown = categories
    .map(({ label, cells }) => ({ label, amounts: cells.map(({ minor }) => minor) }))
    .filter(({ amounts }) => amounts.some((minor) => minor !== 0));
  if (shown.length === 0) return null;
  const hasDevices = categories.some(({ lines }) => lines.some(({ devices }) => devices !== undefined));
  return {
    fiscalYearStart,
    years,
    categories: shown,
    totals: totals.map(({ minor }) => minor),
    forwardMinor,
    ...(hasDevices ? { hasDevices } : {}),
  };
}
