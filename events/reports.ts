import { z } from 'zod';
import { CompanyId, Id, ReportId, UserId } from '../shared/kernel/id.ts';
import { fact } from './define.ts';

const OneReport = z.object({ companyId: CompanyId, reportId: ReportId });

/** A report was begun, changed in words, time or sections, or taken away unmade. */
export const reportChanged = fact('reports.report.changed', 1, OneReport);
/** A report is to be made, or (attempt above 1) to be made once more. */
export const reportRequested = fact('reports.report.requested', 1, OneReport.extend({ attempt: z.int().min(1) }));
export const reportFinished = fact(
  'reports.report.finished',
  1,
  OneReport.extend({ requestedBy: UserId }),
  'A report is ready.',
);
export const reportFailed = fact(
  'reports.report.failed',
  1,
  OneReport.extend({ requestedBy: UserId }),
  'A report could not be made.',
);
/** The schedule's report is made and waits for a person to send it, or waits again after it was put off. */
export const reportWaits = fact('reports.report.waits', 1, OneReport);
/** Staff showed a report to the client, or took it back. */
export const reportPublished = fact(
  'reports.report.published',
  1,
  OneReport.extend({ published: z.boolean() }),
  'A report was shown to the client, or taken back.',
);
/** A mail about a report is to go out. */
export const mailPlanned = fact('reports.mail.planned', 1, OneReport.extend({ mailId: Id }));
