import { z } from 'zod';
import { CalendarDate } from '../kernel/date.ts';
import { CompanyId, ReportId } from '../kernel/id.ts';
import { pageOf } from '../kernel/page.ts';
import { RecordFields } from '../kernel/record.ts';
import { Recipients } from './recipient.ts';

/** Hour of the MSP's day at which scheduled reports are made. */
export const MAKING_HOUR = 7;

/** Most weeks before the end that still lie inside. */
const MOST_WEEKS = { month: 3, quarter: 12 } as const;

/**
 * When a report is made: on a day of the month, or of the quarter's first month, about the one that has ended; or so many
 * weeks before the end, about the one under way. Quarters are those of the client's fiscal year.
 */
export const Rule = z
  .strictObject({
    every: z.enum(['month', 'quarter']),
    on: z.enum(['day', 'weeks-before-end']),
    count: z
      .int('Enter a whole number.')
      .min(1, 'Enter 1 or more.')
      .max(28, 'Choose a day that every month has: 1 to 28.'),
  })
  .refine(({ every, on, count }) => on === 'day' || count <= MOST_WEEKS[every], {
    path: ['count'],
    message: 'Choose fewer weeks: a month takes up to 3, a quarter up to 12.',
  });
export type Rule = z.infer<typeof Rule>;

const Settings = {
  companyId: CompanyId,
  rule: Rule,
  recipients: Recipients,
  /** A person looks at each report before it goes out. */
  review: z.boolean(),
};

/** How the latest day went. */
const Latest = z.object({
  date: CalendarDate,
  reportId: ReportId.optional(),
  /** No report was made: there was nothing to show, or the client is archived. */
  skipped: z.enum(['no-data', 'archived']).optional(),
});

/** When a client's reports are made and whom they go to. */
export const ReportSchedule = z.object({
  ...RecordFields,
  ...Settings,
  nextDate: CalendarDate,
  latest: Latest.optional(),
});
export type ReportSchedule = z.infer<typeof ReportSchedule>;
export const SchedulePage = pageOf(ReportSchedule);

/** `v` 0 sets the first one. */
export const ScheduleChange = z.strictObject({ ...Settings, v: z.int().min(0) });
export type ScheduleChange = z.infer<typeof ScheduleChange>;
