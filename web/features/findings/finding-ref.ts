import type { FindingRow } from '../../../shared/findings/finding.ts';
import type { RecordRef } from '../../ui/record-actions.tsx';

/** A finding as other features' actions know it; dismissed and healed ones lead to nothing. */
export function findingRef({ companyId, findingId, title, status, goalId }: FindingRow): RecordRef | undefined {
  if (status !== 'open' && status !== 'planned') return undefined;
  return { kind: 'finding', id: findingId, label: title, companyId, has: goalId ? ['goal'] : [] };
}
