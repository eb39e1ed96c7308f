import { z } from 'zod';
import { FEATURES } from './features.ts';
import { Id } from './id.ts';

/** What may stand at an end of a link; grows with the record types. */
export const RECORD_TYPES = [
  'finding',
  'goal',
  'planner-item',
  'budget',
  'budget-line',
  'meeting',
  'report',
  'control',
  'licence',
  'device',
  'integration',
] as const;
export const RecordType = z.enum(RECORD_TYPES);
export type RecordType = z.infer<typeof RecordType>;

/** Why the two belong together, read from `from` to `to`. */
export const LinkRole = z.enum(['led-to', 'covered-by', 'budgeted-in', 'discussed-in', 'reported-in', 'evidence-for']);
export type LinkRole = z.infer<typeof LinkRole>;

/** One end of a link: enough to show and open it without reading the record. */
export const LinkEnd = z.object({ type: RecordType, id: z.string().min(1).max(120) });
export type LinkEnd = z.infer<typeof LinkEnd>;

/** A typed, two-way reference between any two records of a company: the answer to "why is this on the roadmap?". */
export const Link = z.object({ companyId: Id, from: LinkEnd, to: LinkEnd, role: LinkRole, createdAt: z.string() });
export type Link = z.infer<typeof Link>;

/** Every link at one record, from it and to it. */
export const Links = z.object({ items: z.array(Link) });
export type Links = z.infer<typeof Links>;

/** Where a record that a machine raised came from. */
export const Origin = z.object({
  feature: z.enum(FEATURES),
  recordType: z.string().max(40),
  recordId: z.string().max(160),
});
export type Origin = z.infer<typeof Origin>;
