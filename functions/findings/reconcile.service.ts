import { findingsReconciled } from '../../events/findings.ts';
import { type ObservedFinding, riskOrder, workDidNotHelp } from '../../shared/findings/finding.ts';
import type { Feature } from '../../shared/kernel/features.ts';
import { commit } from '../_kit/commit.ts';
import { idFor } from '../_kit/new-id.ts';
import { change, type Op, put, replace } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import { isSame } from '../_kit/same.ts';
import type { Scope } from '../_kit/scope.ts';
import { FindingEntity, FindingEvidenceEntity, type FindingEvidenceRow, type FindingRecord } from './finding.entity.ts';
import { evidenceOf, ofCompany, reopened } from './finding-records.ts';

/** Findings of one commit, three rows each at most; audit and fact ride along. */
const CHUNK = 32;

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

/** What a source sees, as the two rows of a finding hold it. */
function facts({ source, key, evidence, affected, ...observed }: ObservedFinding) {
  const { risk, estimate, saving } = observed;
  return {
    set: { ...observed, origin: source, about: source.recordId, riskRank: riskOrder(risk), estimate, saving },
    resting: { key, evidence, affected },
  };
}

interface Known {
  row: FindingRecord;
  evidence: FindingEvidenceRow;
}

/** Fields in which a row does not say what it is told. */
function differing(row: object, told: object): string[] {
  const said = new Map(Object.entries(row));
  return Object.entries(told).flatMap(([field, value]) => (isSame(said.get(field), value) ? [] : [field]));
}

/** What one observation does to one finding: nothing when all is as it was. */
function move(
  scope: Scope,
  observation: Observation,
  observed: ObservedFinding,
  known: Known | undefined,
): [keyof Reconciled, Op[]] {
  const { companyId, raisedBy } = observation;
  const { set, resting } = facts(observed);
  const at = scope.now().toISOString();
  if (!known) {
    const findingId = idFor(companyId, raisedBy, observed.key);
    const opened = { ...set, companyId, findingId, raisedBy, status: 'open' as const, raisedAt: at };
    const evidence = { mspId: scope.mspId, companyId, findingId, ...resting };
    return ['raised', [put(FindingEntity, stamped(scope, opened, 'sync')), replace(FindingEvidenceEntity, evidence)]];
  }
  const { row, evidence } = known;
  const isInVain = workDidNotHelp(row, scope.now());
  const isAgain = row.status === 'healed' || isInVain;
  const beside = differing(evidence, resting);
  if (!isAgain && beside.length === 0 && differing(row, set).length === 0) return ['unchanged', []];
  const again = {
    status: 'open' as const,
    // What work did not help has been there all the time.
    ...(isInVain ? {} : { raisedAt: at }),
    healedAt: undefined,
    dismissal: undefined,
    plannerItemId: undefined,
    workDoneAt: undefined,
  };
  return [
    isAgain ? 'raised' : 'changed',
    [
      change(FindingEntity, row, revised(scope, row, { ...set, ...(isAgain ? again : {}) }), { beside }),
      ...(beside.length > 0 ? [replace(FindingEvidenceEntity, { ...evidence, ...resting })] : []),
      ...(isInVain ? [reopened(scope, row, ['completed'])] : []),
    ],
  ];
}

/** Findings that a source raised, by the key that the source knows them by. */
async function knownOf(scope: Scope, { companyId, raisedBy }: Observation): Promise<Map<string, Known>> {
  const [rows, evidence] = await Promise.all([ofCompany(scope, companyId), evidenceOf(scope, companyId)]);
  const known = new Map<string, Known>();
  for (const row of rows) {
    const rests = evidence.get(row.findingId);
    if (row.raisedBy === raisedBy && rests) known.set(rests.key, { row, evidence: rests });
  }
  return known;
}

/**
 * Brings a company's findings of one source in line with what the source sees now: new ones are raised, changed evidence is
 * taken over without touching decisions, those no longer seen are healed, those still seen after the work for them was done
 * open again. The same observation twice writes nothing.
 */
export async function reconcileFindings(scope: Scope, observation: Observation): Promise<Reconciled> {
  const { companyId, observed } = observation;
  const known = await knownOf(scope, observation);
  const count: Reconciled = { raised: 0, changed: 0, healed: 0, unchanged: 0 };
  const moves: Op[][] = [];
  for (const one of observed) {
    const [what, ops] = move(scope, observation, one, known.get(one.key));
    count[what] += 1;
    if (ops.length > 0) moves.push(ops);
  }
  const seen = new Set(observed.map((one) => one.key));
  for (const [key, { row }] of known) {
    if (seen.has(key) || row.status === 'healed') continue;
    const healed = revised(scope, row, { status: 'healed', healedAt: scope.now().toISOString() });
    moves.push([change(FindingEntity, row, healed)]);
    count.healed += 1;
  }
  for (let start = 0; start < moves.length; start += CHUNK) {
    const last = start + CHUNK >= moves.length;
    const { raised, changed, healed } = count;
    const told = last ? [findingsReconciled.of({ companyId, raised, changed, healed })] : [];
    await commit(scope, moves.slice(start, start + CHUNK).flat(), told);
  }
  return count;
}
