import { z } from 'zod';
import { CompanyId, ReportId, UserId } from '../shared/kernel/id.ts';
import { fact } from './define.ts';

const OneReport = z.object({ companyId: CompanyId, reportId: ReportId });

/** A report is to be made, or (attempt above 1) to be made again after it failed. */
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
/** Staff showed a report to the client, or took it back. */
export const reportPublished = fact(
  'reports.report.published',
  1,
  OneReport.extend({ published: z.boolean() }),
  'A report was shown to the client, or taken back.',
);
