import type { NewFact } from '../../events/define.ts';
import { reportPublished } from '../../events/reports.ts';
import type { Reachable } from '../../shared/reports/recipient.ts';
import { change, type Op } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { happened } from '../platform/activity.service.ts';
import { planMails } from './mail-planning.ts';
import { ReportEntity, type ReportRow } from './report.entity.ts';
import { recordOf } from './report-records.ts';

/**
 * The part of a commit that shows a report to the client and plans the mails that say so. The first time it is sealed: from
 * then on neither its words nor its files change.
 *
 * @param before the report as stored
 * @param set what else changes with it
 * @param lost how many of the people chosen for it are not mailed, as nobody can reach them any more
 */
export function showing(
  scope: Scope,
  before: ReportRow,
  people: readonly Reachable[],
  set: Partial<ReportRow> = {},
  lost = 0,
): { after: ReportRow; ops: Op[]; facts: NewFact[] } {
  const { companyId, reportId } = before;
  const at = scope.now().toISOString();
  const after = revised(scope, before, {
    ...set,
    publishedAt: at,
    sealedAt: before.sealedAt ?? at,
    sealedBy: before.sealedBy ?? scope.actor.userId,
    review: undefined,
    waitsFrom: undefined,
  });
  const mails = planMails(scope, before, 'sent', people);
  return {
    after,
    ops: [
      change(ReportEntity, before, after, { what: 'report' }),
      happened(scope, companyId, recordOf(reportId), 'published', lost > 0 ? [String(lost)] : []),
      ...mails.ops,
    ],
    facts: [reportPublished.of({ companyId, reportId, published: true }), ...mails.facts],
  };
}
