import { changedMeanwhile } from '../../shared/kernel/error.ts';
import type { Feature } from '../../shared/kernel/features.ts';
import { commit } from './commit.ts';
import { change, put } from './operations.ts';
import { revised, stamped } from './record.ts';
import { isSame } from './same.ts';
import type { Scope } from './scope.ts';
import { startingOver } from './starting-over.ts';
import { find } from './store.ts';
import { SummaryEntity } from './summary.entity.ts';

const unaudited = { audit: false };
const ATTEMPTS = 4;

/** A feature's figures about a company as they were last counted; undefined while they never were. */
export function summaryOf(scope: Scope, companyId: string, feature: Feature, options: { consistent?: boolean } = {}) {
  return find(scope, SummaryEntity, SummaryEntity.get({ mspId: scope.mspId, companyId, feature }), options);
}

/**
 * Recounts a feature's figures about a company and keeps them in its summary row. The row is read before the records are
 * counted and written only at that version: of two recounts at once the later one starts over, so that a stale count never
 * stays. Figures that are as they were are not written.
 *
 * @returns true when the figures are others than before
 */
export async function saveSummary(
  scope: Scope,
  companyId: string,
  feature: Feature,
  count: () => Promise<object>,
): Promise<boolean> {
  const read = () => summaryOf(scope, companyId, feature, { consistent: true });
  return startingOver(ATTEMPTS, async () => {
    const before = await read();
    const figures = (await count()) as Record<string, unknown>;
    if (before && isSame(before.figures, figures)) {
      if ((await read())?.v !== before.v) throw changedMeanwhile('summary');
      return false;
    }
    const op = before
      ? change(SummaryEntity, before, revised(scope, before, { figures }), unaudited)
      : put(SummaryEntity, stamped(scope, { companyId, feature, figures }, 'rule'), unaudited);
    await commit(scope, [op]);
    return true;
  });
}
