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
import { notFound, refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { commit } from '../_kit/commit.ts';
import { change, type Op } from '../_kit/operations.ts';
import { basedOn, revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find, mustFind, page } from '../_kit/store.ts';
import { saveSummary } from '../_kit/summary.ts';
import { FindingEntity, type FindingRecord } from './finding.entity.ts';
import { ofCompany } from './reconcile.service.ts';

export { reconcileFindings } from './reconcile.service.ts';

type Filter = Omit<AllFindingsFilter, 'limit' | 'cursor'>;

function keeper({ risk, raisedBy, q }: Filter, scope: Scope) {
  const wanted = q?.toLowerCase() ?? '';
  return (row: FindingRecord) =>
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

type One = { companyId: string; findingId: string };

export async function get(scope: Scope, { companyId, findingId }: One): Promise<Finding> {
  const found = await find(scope, FindingEntity, FindingEntity.get({ mspId: scope.mspId, companyId, findingId }));
  if (!found) throw notFound('finding');
  return found;
}

/** The finding as it stands now, for a decision. */
export function current(scope: Scope, { companyId, findingId }: One): Promise<FindingRecord> {
  return mustFind(scope, FindingEntity, FindingEntity.get({ mspId: scope.mspId, companyId, findingId }), 'finding');
}

function decided(scope: Scope, before: FindingRecord, set: Partial<FindingRecord>): FindingRecord {
  return revised(scope, before, { ...set, decidedAt: scope.now().toISOString(), decidedBy: scope.actor.userId });
}

/** Takes a finding out of the queue, with the reason for the next reader. */
export async function dismiss(scope: Scope, { v, reason, note, ...one }: Dismissal): Promise<Finding> {
  const before = basedOn(await current(scope, one), v, 'finding');
  if (before.status !== 'open')
    throw refused('finding.not-open', 'Only an open finding can be dismissed. Reload to see what became of it.');
  const after = decided(scope, before, { status: 'dismissed', dismissal: { reason, note } });
  return commit(
    scope,
    [change(FindingEntity, before, after)],
    [findingDecided.of({ ...one, status: 'dismissed' })],
    after,
  );
}

/** Puts a dismissed finding back into the queue. */
export async function reopen(scope: Scope, { v, ...one }: One & { v: number }): Promise<Finding> {
  const before = basedOn(await current(scope, one), v, 'finding');
  if (before.status !== 'dismissed')
    throw refused('finding.not-dismissed', 'Only a dismissed finding can be opened again.');
  const after = decided(scope, before, { status: 'open', dismissal: undefined });
  return commit(scope, [change(FindingEntity, before, after)], [findingDecided.of({ ...one, status: 'open' })], after);
}

/**
 * The part of another commit that marks a finding as planned: the planner makes item, link and this in one transaction.
 *
 * @throws 422 when the finding is not open any more
 */
export async function planned(
  scope: Scope,
  one: One,
  plannerItemId: string,
): Promise<{ op: Op; finding: FindingRecord }> {
  const before = await current(scope, one);
  if (before.status !== 'open')
    throw refused('finding.not-open', 'This finding was decided meanwhile. Reload to see how.');
  return {
    op: change(FindingEntity, before, decided(scope, before, { status: 'planned', plannerItemId }), {
      what: 'finding',
    }),
    finding: before,
  };
}

/** Keeps the company's figures of findings up to date. */
export function refreshSummary(scope: Scope, companyId: string): Promise<void> {
  return saveSummary(scope, companyId, 'findings', async () =>
    summarize((await ofCompany(scope, companyId)) as Finding[]),
  );
}
