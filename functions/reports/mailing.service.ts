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
import { currentMsp } from '../identity/msp-record.service.ts';
import { ReportMailEntity, type ReportMailRow } from './report.entity.ts';
import { currentReport } from './report-records.ts';

async function move(scope: Scope, mail: ReportMailRow, state: ReportMailRow['state']): Promise<ReportMailRow> {
  const after = { ...mail, state, v: mail.v + 1 };
  await commit(scope, [change(ReportMailEntity, mail, after, { audit: false })]);
  return after;
}

/** The letter; none when its reason is gone: the report was taken back before the mail about it went out. */
async function letterOf(scope: Scope, { purpose, companyId, reportId }: ReportMailRow): Promise<Letter | undefined> {
  const [report, company, brand] = await Promise.all([
    currentReport(scope, { companyId, reportId }),
    companyOf(scope, { companyId }),
    currentMsp(scope),
  ]);
  const { title } = report;
  const page = `${env('ORIGIN')}/c/${companyId}/reports/${reportId}`;
  if (purpose === 'sent')
    return report.publishedAt === undefined
      ? undefined
      : composeMail({
          brand,
          subject: `${title} from ${brand.name}`,
          paragraphs: [`${brand.name} has published "${title}" for ${company.name}.`],
          action: { label: 'Read the report', url: `${env('ORIGIN')}/portal/${brand.slug}/reports` },
          notes: ['The link opens your client portal, which asks you to sign in.'],
        });
  if (purpose === 'review')
    return composeMail({
      brand,
      subject: `Waits for your review: ${title}, ${company.name}`,
      paragraphs: [
        `"${title}" for ${company.name} was made on schedule and waits for your review.`,
        'Nothing goes to the client before you send it.',
      ],
      action: { label: 'Review the report', url: page },
      notes: ['You get this mail because you look after this client.'],
    });
  return composeMail({
    brand,
    subject: `Report ready: ${title}, ${company.name}`,
    paragraphs: [
      `The report "${title}" for ${company.name} is ready.`,
      'Read it before you show it: publishing it to the portal is up to you.',
    ],
    action: { label: 'Open the report', url: page },
    notes: ['You get this mail because you asked for the report.'],
  });
}

/**
 * Sends a planned mail about a report, once. It is claimed before it is handed over; only what the mail service certainly did
 * not take is tried again.
 *
 * @throws when the mail service wants it later; the queue then brings it again
 */
export async function sendReportMail(
  scope: Scope,
  { companyId, reportId, mailId }: OneReport & { mailId: string },
): Promise<void> {
  const { inbox: _, ...often } = scope;
  const key = ReportMailEntity.get({ mspId: scope.mspId, companyId, reportId, mailId });
  const planned = await find(scope, ReportMailEntity, key, { consistent: true });
  // A claim that nobody finished: that worker died while the mail was under way.
  if (planned?.state === 'sending') return void (await move(scope, planned, 'unclear'));
  if (planned?.state !== 'planned') return;
  const letter = await letterOf(often, planned);
  if (!letter) return void (await move(scope, planned, 'failed'));
  const claimed = await move(often, planned, 'sending');
  const { outcome } = await sendMail(planned.to, letter);
  if (outcome !== 'sent') {
    logger.warn('mail not sent', { operation: scope.operation, mspId: scope.mspId, reportId, mailId, outcome });
  }
  if (outcome === 'later') {
    await move(often, claimed, 'planned');
    throw new Error('The mail service takes no more mails right now.');
  }
  await move(scope, claimed, outcome === 'refused' ? 'failed' : outcome);
}
