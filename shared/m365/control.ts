import { z } from 'zod';
import { CalendarDate, Instant } from '../kernel/date.ts';
import { CompanyId } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { prose } from '../kernel/text.ts';

export const CATEGORIES = ['Identity', 'Apps', 'Device', 'Data', 'Infrastructure'] as const;
export type Category = (typeof CATEGORIES)[number];
const LEVELS = ['low', 'moderate', 'high'] as const;
export type Level = (typeof LEVELS)[number];

/** Graph's id of a control: letters, digits and a few marks. */
export const ControlId = z.string().regex(/^[\w.-]{1,100}$/, 'Open the control from its list and try again.');

/** What Microsoft says of a control, as far as lists need it. Text for one control stands apart. */
export interface ControlProfile {
  id: string;
  title: string;
  category: string;
  service: string;
  tier: string;
  max: number;
  impact: Level;
  cost: Level;
  deprecated: boolean;
}

export const ControlState = z.enum([
  'to_address',
  'planned',
  'in_progress',
  'risk_accepted',
  'third_party',
  'alternate_mitigation',
  'completed',
  'not_applicable',
]);
export type ControlState = z.infer<typeof ControlState>;

const Decision = {
  status: ControlState,
  /** What proves it: the tool and where its report is. Third party without evidence counts nothing. */
  evidence: prose('the evidence', 500).optional(),
  reason: prose('the reason', 1_000).optional(),
  /** An accepted risk is looked at again on this day. */
  until: CalendarDate.optional(),
};

/** Where a control stands for a company, as a person decided. */
export const ControlDecision = z.object({
  ...Decision,
  controlId: ControlId,
  decidedAt: Instant,
  decidedBy: z.string(),
});
export type ControlDecision = z.infer<typeof ControlDecision>;

export const NewControlDecision = z
  .strictObject({ ...Decision, companyId: CompanyId, controlId: ControlId, v: z.coerce.number().int().min(0) })
  .superRefine(({ status, evidence, reason, until }, context) => {
    const need = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (status === 'third_party' && !evidence) need('evidence', 'Say which tool does this and where the proof is.');
    if (status === 'alternate_mitigation' && !evidence) need('evidence', 'Say what stands in for this control.');
    if (status === 'risk_accepted' && !reason) need('reason', 'Say why the risk is accepted.');
    if (status === 'risk_accepted' && !until) need('until', 'Say until when the risk is accepted.');
    if (status === 'not_applicable' && !reason) need('reason', 'Say why this control does not apply.');
  });
export type NewControlDecision = z.infer<typeof NewControlDecision>;

/** A control as shown: Microsoft's words, today's points, our status. */
export const Control = z.object({
  controlId: ControlId,
  title: z.string(),
  category: z.string(),
  service: z.string(),
  tier: z.string(),
  points: z.number(),
  max: z.number(),
  /** Points not earned. */
  open: z.number(),
  impact: z.enum(LEVELS),
  cost: z.enum(LEVELS),
  status: ControlState,
  decision: ControlDecision.optional(),
  /** Version of the decision; 0 when there is none. */
  v: z.int(),
  quickWin: z.boolean(),
  /** Open points weighed against cost and disturbance. */
  winScore: z.number(),
});
export type Control = z.infer<typeof Control>;

export const ControlDetail = Control.extend({
  /** Microsoft's own sentence about this tenant, as plain text. */
  implementation: z.string().optional(),
  remediation: z.string(),
  remediationImpact: z.string(),
  threats: z.array(z.string()),
  actionUrl: z.string().optional(),
});
export type ControlDetail = z.infer<typeof ControlDetail>;

export const ControlPage = pageOf(Control).extend({ total: z.int() });
export const ControlFilter = z.strictObject({
  ...PageInput,
  companyId: CompanyId,
  tier: z.string().max(40).optional(),
  category: z.enum(CATEGORIES).optional(),
  status: ControlState.optional(),
  order: z.enum(['open', 'points', 'category']).default('open'),
});
export type ControlFilter = z.infer<typeof ControlFilter>;

const WEIGHT: Record<Level, number> = { low: 0, moderate: 1, high: 2 };

/** Reads Graph's "Low", "Moderate", "High"; anything new counts as moderate. */
export function levelOf(text: string | null | undefined): Level {
  return LEVELS.find((level) => level === text?.toLowerCase()) ?? 'moderate';
}

/** Open points divided by 1 + cost + disturbance: what is worth doing first. */
export function winScore(open: number, cost: Level, impact: Level): number {
  return Math.round((open / (1 + WEIGHT[cost] + WEIGHT[impact])) * 100) / 100;
}

/** States in which work on the control may still be proposed. */
export function isToDo(status: ControlState): boolean {
  return status === 'to_address';
}

/**
 * The status that holds today: an accepted risk whose day has passed is to be addressed again, and a control that has all
 * its points is completed whatever was planned.
 */
export function statusToday(decision: ControlDecision | undefined, open: number, today: string): ControlState {
  if (decision?.status === 'risk_accepted' && decision.until && decision.until < today) {
    return open > 0 ? 'to_address' : 'completed';
  }
  const settled = decision?.status === 'not_applicable' || decision?.status === 'third_party';
  if (open <= 0 && !settled) return 'completed';
  if (decision?.status === 'completed' && open > 0) return 'to_address';
  return decision?.status ?? 'to_address';
}
