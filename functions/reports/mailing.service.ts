import type { OneReport } from '../../shared/reports/report.ts';
import { env } from '../_kit/env.ts';
import { composeMail, type Letter } from '../_kit/mail.ts';
import { sendOnce } from '../_kit/mail-once.ts';
import type { Scope } from '../_kit/scope.ts';
import { get as companyOf } from '../companies/companies.service.ts';
import { currentMsp } from '../identity/msp-record.service.ts';
import { ReportMailEntity, type ReportMailRow } from './report.entity.ts';
import { currentReport } from './report-records.ts';

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
  if (purpose === 'incomplete')
    return composeMail({
      brand,
      subject: `Not everybody was mailed: ${title}, ${company.name}`,
      paragraphs: [
        `"${title}" for ${company.name} was made on schedule and published, but not everybody chosen for it can still be reached: they left, or have no email address.`,
        "The report's history says how many. Choose anew whom the schedule mails.",
      ],
      action: { label: 'Open the report', url: page },
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

/** Sends a planned mail about a report, once. */
export async function sendReportMail(
  scope: Scope,
  { companyId, reportId, mailId }: OneReport & { mailId: string },
): Promise<void> {
  const get = ReportMailEntity.get({ mspId: scope.mspId, companyId, reportId, mailId });
  await sendOnce(scope, ReportMailEntity, get, async (open, mail) => {
    const letter = await letterOf(open, mail);
    return letter && { to: mail.to, letter };
  });
}
