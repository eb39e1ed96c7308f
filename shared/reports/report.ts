import { z } from 'zod';
import { CalendarDate } from '../kernel/date.ts';
import { CompanyId, ReportId } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line } from '../kernel/text.ts';

/** Parts of a report, in the order in which they are printed. */
export const SECTIONS = ['cover', 'secure-score', 'roadmap', 'budget', 'forecast', 'decisions'] as const;
export const Section = z.enum(SECTIONS);
export type Section = z.infer<typeof Section>;

/** `gathering` freezes the data, `rendering` draws the pages from it. */
export const REPORT_STATUSES = ['queued', 'gathering', 'rendering', 'finished', 'failed'] as const;
export const ReportStatus = z.enum(REPORT_STATUSES);
export type ReportStatus = z.infer<typeof ReportStatus>;

/** First and last day that the report speaks about. */
const Period = z
  .strictObject({ from: CalendarDate, to: CalendarDate })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Choose a last day that is not before the first.' });
export type Period = z.infer<typeof Period>;

/** A file as it was stored: whoever reads it later can see that it is still the same. */
export const StoredFile = z.object({ sha256: z.string(), bytes: z.int() });
export type StoredFile = z.infer<typeof StoredFile>;

export const Report = z.object({
  ...RecordFields,
  companyId: CompanyId,
  reportId: ReportId,
  title: z.string(),
  period: z.object({ from: CalendarDate, to: CalendarDate }),
  sections: z.array(Section),
  status: ReportStatus,
  /** How often it was started; a report that failed can be started anew. */
  attempt: z.int().min(1),
  /** Who asked for it. */
  requestedBy: z.string(),
  /** Why it failed and what to do, as a sentence. */
  failure: z.string().optional(),
  /** The data as it was when the report was made. */
  snapshot: StoredFile.optional(),
  frozenAt: z.string().optional(),
  pdf: StoredFile.extend({ pages: z.int(), fileName: z.string() }).optional(),
  finishedAt: z.string().optional(),
  /** Since when the client sees it in the portal. */
  publishedAt: z.string().optional(),
});
export type Report = z.infer<typeof Report>;
export const ReportPage = pageOf(Report);

export const NewReport = z.strictObject({
  companyId: CompanyId,
  title: line('the title', 120),
  period: Period,
  sections: z
    .array(Section)
    .min(1, 'Choose at least one section.')
    .refine((chosen) => new Set(chosen).size === chosen.length, 'Choose each section once.')
    .transform((chosen) => SECTIONS.filter((section) => chosen.includes(section))),
});
export type NewReport = z.infer<typeof NewReport>;

export const OneReport = z.strictObject({ companyId: CompanyId, reportId: ReportId });
export type OneReport = z.infer<typeof OneReport>;
export const VersionedReport = OneReport.extend({ v: Version });
export type VersionedReport = z.infer<typeof VersionedReport>;
export const ReportFilter = z.strictObject({ ...PageInput, companyId: CompanyId });
export type ReportFilter = z.infer<typeof ReportFilter>;

/** Where the PDF can be fetched, for a few minutes and for whoever has the address. */
export const Download = z.object({ url: z.string(), expiresAt: z.string(), fileName: z.string() });
export type Download = z.infer<typeof Download>;

/** Name of the PDF on the reader's disk: plain letters, so that every file system takes it. */
export function fileName({ title }: Pick<Report, 'title'>, companyName: string): string {
  const plain = `${companyName} ${title}`
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 100);
  return `${plain || 'report'}.pdf`;
}
