import { z } from 'zod';
import { FEATURES } from '../kernel/features.ts';
import { CompanyId, FindingId } from '../kernel/id.ts';
import { Origin } from '../kernel/link.ts';
import { Currency, Price } from '../kernel/money.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { prose } from '../kernel/text.ts';

export const RISKS = ['critical', 'high', 'medium', 'low'] as const;
export const Risk = z.enum(RISKS);
export type Risk = z.infer<typeof Risk>;

/**
 * `open` needs a decision; `planned` has a planner item; `dismissed` has a reason; `healed` is no longer true, seen by the
 * source that raised it. A healed finding that is seen again opens again. So does a planned one whose work will not be done,
 * or was done and did not help.
 */
export const FindingStatus = z.enum(['open', 'planned', 'dismissed', 'healed']);
export type FindingStatus = z.infer<typeof FindingStatus>;

export const DismissReason = z.enum(['wrong-data', 'duplicate', 'not-in-scope', 'risk-accepted']);
export type DismissReason = z.infer<typeof DismissReason>;

const Evidence = z.object({ label: z.string().max(80), value: z.string().max(300) });
const Affected = z.object({ label: z.string().max(160), detail: z.string().max(160).optional() });

/** What a source sees now. `key` names it for ever: the same key is the same finding. */
export const ObservedFinding = z.object({
  key: z.string().min(3).max(200),
  kind: z.string().max(60),
  title: z.string().min(1).max(200),
  why: z.string().max(1_000),
  risk: Risk,
  evidence: z.array(Evidence).max(12),
  /** At most 25 are kept for showing; `affectedCount` counts all. */
  affected: z.array(Affected).max(25),
  affectedCount: z.int().min(0),
  /** What fixing it may cost, one time, and in hours. An estimate, never a quote. */
  estimate: z.object({ minor: Price, currency: Currency, hours: z.number().min(0).optional() }).optional(),
  /** What fixing it saves. */
  saving: z.object({ minorPerYear: Price, currency: Currency }).optional(),
  source: Origin,
});
export type ObservedFinding = z.infer<typeof ObservedFinding>;

/** Something collected that needs a decision. */
export const Finding = ObservedFinding.omit({ source: true }).extend({
  ...RecordFields,
  origin: Origin,
  findingId: FindingId,
  companyId: CompanyId,
  /** The id of the record that it is about, as `origin` names it. */
  about: z.string(),
  raisedBy: z.enum(FEATURES),
  status: FindingStatus,
  raisedAt: z.string(),
  decidedAt: z.string().optional(),
  decidedBy: z.string().optional(),
  healedAt: z.string().optional(),
  dismissal: z.object({ reason: DismissReason, note: z.string() }).optional(),
  plannerItemId: z.string().optional(),
  /** When the work that it was planned as was done: its source is to see it no more. */
  workDoneAt: z.string().optional(),
  /** The goal that it led to. */
  goalId: z.string().optional(),
});
export type Finding = z.infer<typeof Finding>;

/** A row of a list: what the table shows. */
export const FindingRow = Finding.omit({
  key: true,
  evidence: true,
  affected: true,
  origin: true,
  decidedBy: true,
  workDoneAt: true,
  createdAt: true,
  createdBy: true,
  updatedAt: true,
  updatedBy: true,
  source: true,
});
export type FindingRow = z.infer<typeof FindingRow>;
export const FindingPage = pageOf(FindingRow);

const Filter = {
  ...PageInput,
  status: FindingStatus.default('open'),
  risk: Risk.optional(),
  raisedBy: z.enum(FEATURES).optional(),
  q: z.string().trim().max(80).optional(),
};
export const FindingFilter = z.strictObject({ ...Filter, companyId: CompanyId });
export type FindingFilter = z.infer<typeof FindingFilter>;
export const AllFindingsFilter = z.strictObject(Filter);
export type AllFindingsFilter = z.infer<typeof AllFindingsFilter>;

export const OneFinding = z.strictObject({ companyId: CompanyId, findingId: FindingId });
export const Dismissal = OneFinding.extend({
  v: Version,
  reason: DismissReason,
  note: prose('the reason', 1_000).min(3, 'Say why in a few words: the next reader will ask.'),
});
export type Dismissal = z.infer<typeof Dismissal>;
export const Reopening = OneFinding.extend({ v: Version });

/** How many findings wait for a decision, by risk, and what they may cost together: the company's `sum#findings` row. */
export const FindingSummary = z.object({
  open: z.int(),
  byRisk: z.record(Risk, z.int()),
  planned: z.int(),
  /** Estimates of the open ones, in the company's currency. */
  estimateMinor: z.int(),
  /** The worst few, for the overview. */
  worst: z
    .array(
      z.object({
        findingId: FindingId,
        title: z.string(),
        risk: Risk,
        why: z.string(),
        raisedAt: z.string(),
        estimateMinor: z.int().optional(),
        hours: z.number().optional(),
      }),
    )
    .max(6),
});
export type FindingSummary = z.infer<typeof FindingSummary>;

/** Worst first. */
export function riskOrder(risk: Risk): number {
  return RISKS.indexOf(risk);
}

/** How the work of a planner item stands to the finding that it was planned for: the last three will not be done. */
export type WorkStanding = 'ahead' | 'completed' | 'archived' | 'declined' | 'cancelled';

/** Hours for which a source may still tell of the time before the work: Secure Score is up to two days behind. */
export const SETTLING_HOURS = 48;

/** True for a planned finding whose work was done and should show by now: seen still, it needs a decision again. */
export function workDidNotHelp({ status, workDoneAt }: Pick<Finding, 'status' | 'workDoneAt'>, now: Date): boolean {
  if (status !== 'planned' || workDoneAt === undefined) return false;
  return now.getTime() - Date.parse(workDoneAt) >= SETTLING_HOURS * 3_600_000;
}

/** The figures of a company's findings. */
export function summarize(findings: readonly FindingRow[]): FindingSummary {
  const open = findings.filter((finding) => finding.status === 'open');
  const worst = open
    .toSorted((a, b) => riskOrder(a.risk) - riskOrder(b.risk) || a.raisedAt.localeCompare(b.raisedAt))
    .slice(0, 6);
  return {
    open: open.length,
    byRisk: Object.fromEntries(RISKS.map((risk) => [risk, open.filter((f) => f.risk === risk).length])) as Record<
      Risk,
      number
    >,
    planned: findings.filter((finding) => finding.status === 'planned').length,
    estimateMinor: open.reduce((sum, { estimate }) => sum + (estimate?.minor ?? 0), 0),
    worst: worst.map(({ findingId, title, risk, why, raisedAt, estimate }) => ({
      findingId,
      title,
      risk,
      why: why.slice(0, 160),
      raisedAt,
      estimateMinor: estimate?.minor,
      hours: estimate?.hours,
    })),
  };
}
