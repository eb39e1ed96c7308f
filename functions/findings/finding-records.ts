import type { DismissReason, Finding, WorkStanding } from '../../shared/findings/finding.ts';
import { notFound } from '../../shared/kernel/error.ts';
import type { Op } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find } from '../_kit/store.ts';
import { happened } from '../platform/activity.service.ts';
import { FindingEntity, FindingEvidenceEntity, type FindingEvidenceRow, type FindingRecord } from './finding.entity.ts';

export type One = { companyId: string; findingId: string };

/** Findings of one company: far above what a person could decide. */
const MOST = 2_000;

/** A finding as it is shown, out of its two rows. */
export function whole(row: FindingRecord, { key, evidence, affected }: FindingEvidenceRow): Finding {
  return { ...row, key, evidence, affected };
}

/** A finding with its evidence; read consistently for a change. 404 when there is none. */
export async function readFinding(
  scope: Scope,
  { companyId, findingId }: One,
  consistent = true,
): Promise<{ row: FindingRecord; evidence: FindingEvidenceRow }> {
  const key = { mspId: scope.mspId, companyId, findingId };
  const [row, evidence] = await Promise.all([
    find(scope, FindingEntity, FindingEntity.get(key), { consistent }),
    find(scope, FindingEvidenceEntity, FindingEvidenceEntity.get(key), { consistent }),
  ]);
  if (!row || !evidence) throw notFound('finding');
  return { row, evidence };
}

/** The next version of a finding that somebody decided about. */
export function decided(scope: Scope, before: FindingRecord, set: Partial<FindingRecord>): FindingRecord {
  return revised(scope, before, { ...set, decidedAt: scope.now().toISOString(), decidedBy: scope.actor.userId });
}

/** All findings of a company, read consistently. */
export function ofCompany(scope: Scope, companyId: string): Promise<FindingRecord[]> {
  const query = FindingEntity.query.record({ mspId: scope.mspId, companyId });
  return all(scope, FindingEntity, query, { most: MOST, consistent: true });
}

/** What all findings of a company rest on, read consistently, by finding. */
export async function evidenceOf(scope: Scope, companyId: string): Promise<Map<string, FindingEvidenceRow>> {
  const query = FindingEvidenceEntity.query.ofFinding({ mspId: scope.mspId, companyId });
  const rows = await all(scope, FindingEvidenceEntity, query, { most: MOST, consistent: true });
  return new Map(rows.map((row) => [row.findingId, row]));
}

/** The part of a commit by which a finding's history tells that it opened again, and what it had been decided or planned as. */
export function reopened(
  scope: Scope,
  { companyId, findingId }: One,
  was: (DismissReason | WorkStanding)[],
  note?: string,
): Op {
  return happened(scope, companyId, { type: 'finding', id: findingId }, 'reopened', was, note);
}
