import { z } from 'zod';
import { changeOf } from '../kernel/change.ts';
import { CalendarDate } from '../kernel/date.ts';
import { CompanyId, ReportId } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line, prose } from '../kernel/text.ts';
import { COVER } from './cover.ts';
import { Recipients } from './recipient.ts';
import { sectionFacts } from './section-facts.ts';

/** Name of a section; of a report of earlier years perhaps one that is gone. */
export const SectionId = z.string();
export type SectionId = z.infer<typeof SectionId>;

/** The sections of a report in the order in which they are printed. */
export const Sections = z
  .array(SectionId.refine((id) => sectionFacts(id) !== undefined, 'Choose a section of the list.'))
  .min(1, 'Choose at least one section.')
  .max(40)
  .refine((chosen) => new Set(chosen).size === chosen.length, 'Choose each section once.')
  .refine((chosen) => chosen.indexOf(COVER) <= 0, 'The cover comes first.');

/** `draft` is arranged; `gathering` freezes the data, `rendering` draws the pages from it. */
export const REPORT_STATUSES = ['draft', 'queued', 'gathering', 'rendering', 'finished', 'failed'] as const;
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

/** The data as it was at one moment, and which sections had none. */
export const Frozen = z.object({
  at: z.string(),
  snapshot: StoredFile,
  sections: z.array(z.object({ id: SectionId, title: z.string() })),
  leftOut: z.array(z.object({ id: SectionId, title: z.string(), reason: z.string() })),
});
export type Frozen = z.infer<typeof Frozen>;

/** One version of the paper: its files bear their own hashes as names, so that nothing ever takes their place. */
export const Made = Frozen.extend({
  version: z.int().min(1),
  madeAt: z.string(),
  pdf: StoredFile.extend({ pages: z.int(), fileName: z.string() }),
});
export type Made = z.infer<typeof Made>;

const Arranged = {
  title: line('the title', 120),
  /** What stands on the cover in the MSP's own words. */
  note: prose('the note', 600),
  period: Period,
  sections: Sections,
};

export const Report = z.object({
  ...RecordFields,
  companyId: CompanyId,
  reportId: ReportId,
  title: z.string(),
  note: z.string(),
  period: z.object({ from: CalendarDate, to: CalendarDate }),
  sections: z.array(SectionId),
  status: ReportStatus,
  /** How often its making was started. */
  attempt: z.int().min(0),
  /** Who asked for it; for one by schedule, whose client it is. */
  requestedBy: z.string(),
  /** Why it failed and what to do, as a sentence. */
  failure: z.string().optional(),
  /** The data of the making under way. */
  frozen: Frozen.optional(),
  /** The version made last. A draft that was arranged anew keeps it until the next is made. */
  made: Made.optional(),
  /** When and by whom it was first shown to the client: from then on nothing of it changes. */
  sealedAt: z.string().optional(),
  sealedBy: z.string().optional(),
  /** Since when the client sees it in the portal. */
  publishedAt: z.string().optional(),
  /** The day for which the schedule made it, and whether a person sends it. */
  scheduled: z.object({ date: CalendarDate, review: z.boolean(), recipients: Recipients }).optional(),
  /** `waiting` for a person to send it, `skipped` by one. */
  review: z.enum(['waiting', 'skipped']).optional(),
  /** Put off: it does not wait before that day. */
  waitsFrom: CalendarDate.optional(),
});
export type Report = z.infer<typeof Report>;
export const ReportPage = pageOf(Report);

/** What is not said is proposed: the quarter under way, the MSP's usual order. */
export const NewReport = z.strictObject({
  companyId: CompanyId,
  title: Arranged.title.optional(),
  note: Arranged.note.default(''),
  period: Period.optional(),
  sections: Sections.optional(),
});
export type NewReport = z.infer<typeof NewReport>;

export const OneReport = z.strictObject({ companyId: CompanyId, reportId: ReportId });
export type OneReport = z.infer<typeof OneReport>;
export const VersionedReport = OneReport.extend({ v: Version });
export type VersionedReport = z.infer<typeof VersionedReport>;
export const ReportChange = changeOf(Arranged).extend(VersionedReport.shape);
export type ReportChange = z.infer<typeof ReportChange>;
export const Publishing = VersionedReport.extend({ recipients: Recipients.default([]) });
export type Publishing = z.infer<typeof Publishing>;
export const PuttingOff = VersionedReport.extend({ until: CalendarDate });
export type PuttingOff = z.infer<typeof PuttingOff>;
export const ReportFilter = z.strictObject({ ...PageInput, companyId: CompanyId });
export type ReportFilter = z.infer<typeof ReportFilter>;

/** The order that new reports begin with. */
export const Arrangement = z.object({ sections: z.array(SectionId), v: z.int().min(0) });
export type Arrangement = z.infer<typeof Arrangement>;
export const ArrangementChange = z.strictObject({ sections: Sections, v: z.int().min(0) });
export type ArrangementChange = z.infer<typeof ArrangementChange>;

/** Where the PDF can be fetched, for a few minutes and for whoever has the address. */
export const Download = z.object({ url: z.string(), expiresAt: z.string(), fileName: z.string() });
export type Download = z.infer<typeof Download>;

/** Whether the stored files are, byte for byte, what was stored. */
export const Verification = z.object({ at: z.string(), data: z.boolean(), pdf: z.boolean() });
export type Verification = z.infer<typeof Verification>;

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
