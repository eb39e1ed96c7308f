import { percent } from '../../shared/kernel/money.ts';
import { isToDo } from '../../shared/m365/control.ts';
import {
  adjustedScore,
  categoryScores,
  changeWithin,
  type Reading,
  type SecureScore,
  scorePercent,
  weeklyTrend,
} from '../../shared/m365/secure-score.ts';
import type { Scope } from '../_kit/scope.ts';
import { page } from '../_kit/store.ts';
import { controlsOf, quickWins } from './controls.service.ts';
import { orUnknown } from './known-company.ts';
import { ScoreMonthEntity, type ScoreMonthRow } from './secure-score.entity.ts';

/** Months of readings that a score page shows: half a year and the 30 days before. */
const SHOWN_MONTHS = 8;
const TREND_WEEKS = 26;

function readingsOf(months: readonly ScoreMonthRow[]): Reading[] {
  return months
    .flatMap(({ days }) =>
      Object.entries(days).map(([date, [current, max, allTenants, peers]]) => ({
        date,
        current,
        max,
        allTenants: allTenants ?? undefined,
        peers: peers ?? undefined,
      })),
    )
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** A company's daily readings of the last months, oldest first. */
export async function readings(scope: Scope, companyId: string): Promise<Reading[]> {
  const query = ScoreMonthEntity.query.ofCompany({ mspId: scope.mspId, companyId });
  const { items } = await page(scope, ScoreMonthEntity, query, { limit: SHOWN_MONTHS, newestFirst: true });
  return readingsOf(items);
}

/** Microsoft's number, ours beside it, how it moved, and what to do first. */
export async function secureScore(scope: Scope, { companyId }: { companyId: string }): Promise<SecureScore> {
  const [days, { controls }] = await Promise.all([readings(scope, companyId), controlsOf(scope, companyId)]);
  const newest = days.at(-1);
  const reading = newest ?? { current: 0, max: 0 };
  return orUnknown(scope, companyId, !newest, {
    date: newest?.date,
    current: reading.current,
    max: reading.max,
    percent: scorePercent(reading),
    change30: changeWithin(days, 30),
    peers: newest?.peers,
    allTenants: newest?.allTenants,
    adjusted: adjustedScore(reading, controls),
    categories: categoryScores(controls),
    trend: weeklyTrend(days, TREND_WEEKS),
    quickWins: quickWins(controls).map(({ controlId, title, open, winScore }) => ({
      controlId,
      title,
      open,
      winScore,
      gain: percent(open, reading.max, 1),
    })),
    controls: controls.length,
    toAddress: controls.filter(({ status, open }) => isToDo(status) && open > 0).length,
  });
}
