import { AppError } from '../../shared/kernel/error.ts';
import type { Feature } from '../../shared/kernel/features.ts';
import { commit } from './commit.ts';
import { change, put } from './operations.ts';
import { revised, stamped } from './record.ts';
import type { Scope } from './scope.ts';
import { find } from './store.ts';
import { SummaryEntity } from './summary.entity.ts';

const unaudited = { audit: false };
const ATTEMPTS = 4;

/**
 * Recounts a feature's figures about a company and keeps them in its summary row. The row is read before the records are
 * counted and written only at that version: of two recounts at once the later one starts over, so that a stale count never
 * stays.
 */
export async function saveSummary(
  scope: Scope,
  companyId: string,
  feature: Feature,
  count: () => Promise<object>,
): Promise<void> {
  const key = { mspId: scope.mspId, companyId, feature };
  for (let attempt = 1; ; attempt += 1) {
    const before = await find(scope, SummaryEntity, SummaryEntity.get(key), { consistent: true });
    const figures = (await count()) as Record<string, unknown>;
    const op = before
      ? change(SummaryEntity, before, revised(scope, before, { figures }), unaudited)
      : put(SummaryEntity, stamped(scope, { companyId, feature, figures }, 'rule'), unaudited);
    try {
      await commit(scope, [op]);
      return;
    } catch (error) {
      if (!(error instanceof AppError) || attempt === ATTEMPTS) throw error;
    }
  }
}
