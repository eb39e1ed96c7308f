import { AppError } from '../../shared/kernel/error.ts';
import type { OneReport } from '../../shared/reports/report.ts';
import { sendMail } from '../_kit/clients/mail.ts';
import { commit } from '../_kit/commit.ts';
import { env } from '../_kit/env.ts';
import { logger } from '../_kit/logger.ts';
import { composeMail, type Letter } from '../_kit/mail.ts';
import { change } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { get as companyOf } from '../companies/companies.service.ts';
import { activeStaff } from '../identity/directory.service.ts';
import { currentMsp } from '../identity/msp-record.service.ts';
import { ReportMailEntity, type ReportMailRow } from './report.entity.ts';
import { currentReport } from './report-records.ts';

async function move(scope: Scope, mail: ReportMailRow, state: ReportMailRow['state']): Promise<ReportMailRow> {
  const after = { ...mail, state, v: mail.v + 1 };
  await commit(scope, [change(ReportMailEntity, mail, after, { audit: false })]);
  return after;
}

/** The letter and whom it goes to; nobody when who asked has left meanwhile. */
async function letterOf(scope: Scope, one: OneReport): Promise<{ to: string; letter: Letter } | undefined> {
  const [report, company, msp] = await Promise.all([
    currentReport(scope, one),
    companyOf(scope, one),
    currentMsp(scope),
  ]);
  try {
    const { email } = await activeStaff(scope, report.requestedBy);
    const letter = composeMail({
      brand: msp,
      subject: `Report ready: ${report.title}, ${company.name}`,
      paragraphs: [
        `The report "${report.title}" for ${company.name} is ready.`,
        'Read it before you show it: publishing it to the portal is up to you.',
      ],
      action: { label: 'Open the report', url: `${env('ORIGIN')}/companies/${one.companyId}/reports/${one.reportId}` },
      notes: ['You get this mail because you asked for the report.'],
    });
    return { to: email, letter };
  } catch (error) {
    if (error instanceof AppError && error.status === 404) return undefined;
    throw error;
  }
}

/**
 * Sends the mail of a finished report, once. It is claimed before it is handed over; only what the mail service certainly did
 * not take is tried again.
 *
 * @throws when the mail service wants it later; the queue then brings it again
 */
export async function sendReportMail(scope: Scope, { companyId, reportId }: OneReport): Promise<void> {
  const { inbox: _, ...often } = scope;
  const key = ReportMailEntity.get({ mspId: scope.mspId, companyId, reportId });
  const planned = await find(scope, ReportMailEntity, key, { consistent: true });
  // A claim that nobody finished: that worker died while the mail was under way.
  if (planned?.state === 'sending') return void (await move(scope, planned, 'unclear'));
  if (planned?.state !== 'planned') return;
  const addressed = await letterOf(often, { companyId, reportId });
  if (!addressed) return void (await move(scope, planned, 'failed'));
  const claimed = await move(often, planned, 'sending');
  const { outcome } = await sendMail(addressed.to, addressed.letter);
  if (outcome !== 'sent') {
    logger.warn('mail not sent', { operation: scope.operation, mspId: scope.mspId, reportId, outcome });
  }
  if (outcome === 'later') {
    await move(often, claimed, 'planned');
    throw new Error('The mail service takes no more mails right now.');
  }
  await move(scope, claimed, outcome === 'refused' ? 'failed' : outcome);
}
