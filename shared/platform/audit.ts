import { z } from 'zod';
import { CalendarDate, daysBetween } from '../kernel/date.ts';
import { CompanyId, Id } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';

/** Days that one listing may span. */
export const MOST_DAYS = 31;

/** What was done to one record: names of the fields that moved, never their values. */
const AuditChange = z.object({
  entity: z.string(),
  id: z.string(),
  companyId: CompanyId.optional(),
  action: z.enum(['created', 'changed', 'removed']),
  fields: z.array(z.string()).optional(),
});

/** Who did what, when and from where: one row for each commit and company. */
export const AuditRow = z.object({
  auditId: Id,
  at: z.string(),
  actorId: z.string(),
  actorKind: z.enum(['staff', 'client', 'system', 'anonymous']),
  sessionId: z.string().optional(),
  /** The API key that spoke for the actor, who made it. */
  keyId: z.string().optional(),
  operation: z.string(),
  requestId: z.string(),
  ip: z.string().optional(),
  /** The company concerned, or `msp`. */
  companyId: z.string(),
  /** Facts that led to it, oldest first. */
  causes: z.array(z.string()).optional(),
  changes: z.array(AuditChange),
});
export type AuditRow = z.infer<typeof AuditRow>;
export const AuditPage = pageOf(AuditRow);

/** Days are UTC days, both included; newest rows come first. */
export const AuditFilter = z
  .strictObject({
    ...PageInput,
    from: CalendarDate,
    to: CalendarDate,
    companyId: CompanyId.optional(),
    actorId: z.string().max(100).optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Choose a last day that is not before the first.' })
  .refine(({ from, to }) => daysBetween(from, to) < MOST_DAYS, {
    path: ['from'],
    message: `Choose at most ${MOST_DAYS} days.`,
  });
export type AuditFilter = z.infer<typeof AuditFilter>;
