import type { Finding } from '../../shared/findings/finding.ts';
import { notFound } from '../../shared/kernel/error.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find } from '../_kit/store.ts';
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
