import type { NewFact } from '../../events/define.ts';
import { findingDecided } from '../../events/findings.ts';
import {
  type AllFindingsFilter,
  type Dismissal,
  type Finding,
  type FindingFilter,
  type FindingRow,
  summarize,
} from '../../shared/findings/finding.ts';
import { seesCompany } from '../../shared/kernel/actor.ts';
import { refused } from '../../shared/kernel/error.ts';
import type { Links } from '../../shared/kernel/link.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { commit } from '../_kit/commit.ts';
import { change, type Op } from '../_kit/operations.ts';
import { basedOn, revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { mustFind, page } from '../_kit/store.ts';
import { saveSummary } from '../_kit/summary.ts';
import { historyOf } from '../platform/activity.service.ts';
import { linksAt } from '../platform/links.service.ts';
import { FindingEntity, type FindingRecord, type ListedFinding } from './finding.entity.ts';
import { decided, type One, ofCompany, readFinding, reopened, whole } from './finding-records.ts';

export { ofCompany as findingsOf } from './finding-records.ts';
export { reconcileFindings } from './reconcile.service.ts';

type Filter = Omit<AllFindingsFilter, 'limit' | 'cursor'>;

function keeper({ risk, raisedBy, q }: Filter, scope: Scope) {
  const wanted = q?.toLowerCase() ?? '';
  return (row: ListedFinding) =>
    seesCompany(scope.actor, row.companyId) &&
    (!risk || row.risk === risk) &&
    (!raisedBy || row.raisedBy === raisedBy) &&
    row.title.toLowerCase().includes(wanted);
}

/** Findings of all clients that the actor sees, worst and oldest first. */
export function listAll(scope: Scope, { limit, cursor, ...filter }: AllFindingsFilter): Promise<Page<FindingRow>> {
  const query = FindingEntity.query.inMsp({ mspId: scope.mspId, status: filter.status });
  return page(scope, FindingEntity, query, { limit, cursor, filter, keep: keeper(filter, scope) });
}

/** Findings of one client. */
export function list(scope: Scope, { limit, cursor, companyId, ...filter }: FindingFilter): Promise<Page<FindingRow>> {
  const query = FindingEntity.query.inCompany({ mspId: scope.mspId, companyId, status: filter.status });
  return page(scope, FindingEntity, query, {
    limit,
    cursor,
    filter: { companyId, ...filter },
    keep: keeper(filter, scope),
  });
}

export async function get(scope: Scope, one: One): Promise<Finding> {
  const { row, evidence } = await readFinding(scope, one, false);
  return whole(row, evidence);
}

export async function links(scope: Scope, { companyId, findingId }: One): Promise<Links> {
  return { items: await linksAt(scope, companyId, { type: 'finding', id: findingId }) };
}

export function history(
  scope: Scope,
  { companyId, findingId, limit, cursor }: One & { limit: number; cursor?: string },
): Promise<Page<Activity>> {
  return historyOf(scope, companyId, { type: 'finding', id: findingId }, { limit, cursor });
}

interface Dismissed {
  op: Op;
  fact: NewFact;
  finding: Finding;
}

/** The parts of a commit that takes an open finding out of the queue. */
async function dismissing(
  scope: Scope,
  one: One,
  dismissal: NonNullable<Finding['dismissal']>,
  v?: number,
): Promise<Dismissed> {
  const { row, evidence } = await readFinding(scope, one);
  const before = v === undefined ? row : basedOn(row, v, 'finding');
  if (before.status !== 'open')
    throw refused('finding.not-open', 'Only an open finding can be dismissed. Reload to see what became of it.');
  const after = decided(scope, before, { status: 'dismissed', dismissal });
  return {
    op: change(FindingEntity, before, after),
    fact: findingDecided.of({ ...one, status: 'dismissed' }),
    finding: whole(after, evidence),
  };
}

/** Takes a finding out of the queue, with the reason for the next reader. */
export async function dismiss(scope: Scope, { v, reason, note, ...one }: Dismissal): Promise<Finding> {
  const { op, fact, finding } = await dismissing(scope, one, { reason, note }, v);
  return commit(scope, [op], [fact], finding);
}

/**
 * The parts of another commit by which the client takes the risk of a finding: a meeting keeps who said it.
 *
 * @throws 422 when the finding is not open any more
 */
export function accepted(scope: Scope, one: One, note: string): Promise<Dismissed> {
  return dismissing(scope, one, { reason: 'risk-accepted', note });
}

/**
 * Puts a finding back into the queue: one that was dismissed, or one whose work is done and did not help. Its history keeps
 * what had been decided.
 */
export async function reopen(scope: Scope, { v, ...one }: One & { v: number }): Promise<Finding> {
  const { row, evidence } = await readFinding(scope, one);
  const before = basedOn(row, v, 'finding');
  const { status, dismissal, workDoneAt } = before;
  if (status !== 'dismissed' && !(status === 'planned' && workDoneAt))
    throw refused(
      'finding.not-dismissed',
      'Only a dismissed finding, or one whose planned work is completed, can be opened again.',
    );
  const open = { status: 'open' as const, dismissal: undefined, plannerItemId: undefined, workDoneAt: undefined };
  const after = decided(scope, before, open);
  const fact = findingDecided.of({ ...one, status: 'open' });
  const told = reopened(scope, one, [dismissal?.reason ?? 'completed'], dismissal?.note);
  return commit(scope, [change(FindingEntity, before, after), told], [fact], whole(after, evidence));
}

/**
 * The part of another commit that names the goal of a finding: goals makes goal, link and this in one transaction. The finding
 * still waits for the work that answers it.
 *
 * @throws 422 when the finding is decided otherwise, or has a goal
 */
export async function aimed(scope: Scope, one: One, goalId: string): Promise<{ op: Op; finding: FindingRecord }> {
  const key = { mspId: scope.mspId, ...one };
  const finding = await mustFind(scope, FindingEntity, FindingEntity.get(key), 'finding');
  if (finding.status !== 'open' && finding.status !== 'planned')
    throw refused('finding.not-open', 'This finding was dismissed or healed. Reload to see how.');
  if (finding.goalId) throw refused('finding.has-goal', 'This finding led to a goal already. Open that goal.');
  return { op: change(FindingEntity, finding, revised(scope, finding, { goalId }), { what: 'finding' }), finding };
}

/** Keeps the company's figures of findings up to date. */
export function refreshSummary(scope: Scope, companyId: string): Promise<boolean> {
  return saveSummary(scope, companyId, 'findings', async () => summarize(await ofCompany(scope, companyId)));
}
