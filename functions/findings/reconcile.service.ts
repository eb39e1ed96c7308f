import { findingsReconciled } from '../../events/findings.ts';
import { type ObservedFinding, riskOrder } from '../../shared/findings/finding.ts';
import type { Feature } from '../../shared/kernel/features.ts';
import { commit } from '../_kit/commit.ts';
import { idFor } from '../_kit/new-id.ts';
import { change, type Op, put } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import { isSame } from '../_kit/same.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { FindingEntity, type FindingRecord } from './finding.entity.ts';

/** Findings of one company: far above what a person could decide. */
export const MOST = 2_000;
/** Rows of one commit; audit and fact ride along. */
const CHUNK = 40;

export interface Reconciled {
  raised: number;
  changed: number;
  healed: number;
  unchanged: number;
}

interface Observation {
  companyId: string;
  raisedBy: Feature;
  observed: readonly ObservedFinding[];
}

/** All findings of a company, read consistently. */
export function ofCompany(scope: Scope, companyId: string): Promise<FindingRecord[]> {
  return all(scope, FindingEntity, FindingEntity.query.record({ mspId: scope.mspId, companyId }), {
    most: MOST,
    consistent: true,
  });
}

function facts({ source, ...observed }: ObservedFinding) {
  return {
    ...observed,
    origin: source,
    riskRank: riskOrder(observed.risk),
    estimate: observed.estimate,
    saving: observed.saving,
  };
}

function isAsBefore(before: FindingRecord, now: ReturnType<typeof facts>): boolean {
  return Object.entries(now).every(([field, value]) => isSame(before[field as keyof FindingRecord], value));
}

/** What one observation does to one finding: nothing when all is as it was. */
function move(
  scope: Scope,
  observation: Observation,
  observed: ObservedFinding,
  before: FindingRecord | undefined,
): [keyof Reconciled, Op?] {
  const { companyId, raisedBy } = observation;
  const now = facts(observed);
  const at = scope.now().toISOString();
  if (!before) {
    const findingId = idFor(companyId, raisedBy, observed.key);
    const fresh = stamped(
      scope,
      { ...now, companyId, findingId, raisedBy, status: 'open' as const, raisedAt: at },
      'sync',
    );
    return ['raised', put(FindingEntity, fresh)];
  }
  if (before.status === 'healed') {
    const again = {
      ...now,
      status: 'open' as const,
      raisedAt: at,
      healedAt: undefined,
      dismissal: undefined,
      plannerItemId: undefined,
    };
    return ['raised', change(FindingEntity, before, revised(scope, before, again))];
  }
  if (isAsBefore(before, now)) return ['unchanged'];
  return ['changed', change(FindingEntity, before, revised(scope, before, now))];
}

/**
 * Brings a company's findings of one source in line with what the source sees now: new ones are raised, changed evidence is
 * taken over without touching decisions, those no longer seen are healed. The same observation twice writes nothing.
 */
export async function reconcileFindings(scope: Scope, observation: Observation): Promise<Reconciled> {
  const { companyId, raisedBy, observed } = observation;
  const known = new Map(
    (await ofCompany(scope, companyId)).filter((f) => f.raisedBy === raisedBy).map((f) => [f.key, f]),
  );
  const count: Reconciled = { raised: 0, changed: 0, healed: 0, unchanged: 0 };
  const ops: Op[] = [];
  for (const one of observed) {
    const [what, op] = move(scope, observation, one, known.get(one.key));
    count[what] += 1;
    if (op) ops.push(op);
  }
  const seen = new Set(observed.map((one) => one.key));
  for (const gone of known.values()) {
    if (seen.has(gone.key) || gone.status === 'healed') continue;
    const healed = revised(scope, gone, { status: 'healed', healedAt: scope.now().toISOString() });
    ops.push(change(FindingEntity, gone, healed));
    count.healed += 1;
  }
  for (let start = 0; start < ops.length; start += CHUNK) {
    const last = start + CHUNK >= ops.length;
    const { raised, changed, healed } = count;
    await commit(
      scope,
      ops.slice(start, start + CHUNK),
      last ? [findingsReconciled.of({ companyId, raised, changed, healed })] : [],
    );
  }
  return count;
}
