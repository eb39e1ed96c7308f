import type { NewFact } from '../../events/define.ts';
import { mailPlanned } from '../../events/reports.ts';
import type { OneReport } from '../../shared/reports/report.ts';
import { newId } from '../_kit/new-id.ts';
import { type Op, put } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { ReportMailEntity, type ReportMailRow } from './report.entity.ts';

/** The part of a commit that plans mails about a report: each goes out after it, once. */
export function planMails(
  scope: Scope,
  { companyId, reportId }: OneReport,
  purpose: ReportMailRow['purpose'],
  people: readonly { name: string; email: string }[],
): { ops: Op[]; facts: NewFact[] } {
  const plannedAt = scope.now().toISOString();
  const rows = people.map(({ name, email }) => ({
    mspId: scope.mspId,
    companyId,
    reportId,
    mailId: newId(scope.now()),
    v: 1,
    purpose,
    to: email,
    name,
    plannedAt,
    state: 'planned' as const,
  }));
  return {
    ops: rows.map((row) => put(ReportMailEntity, row, { audit: false })),
    facts: rows.map(({ mailId }) => mailPlanned.of({ companyId, reportId, mailId })),
  };
}
