import { z } from 'zod';
import { Version } from '../kernel/record.ts';
import { line, prose } from '../kernel/text.ts';
import { ItemFacts, Topic } from './agenda.ts';
import { MeetingType, OneMeeting } from './meeting.ts';

/** An item of a template: what it is, not whose records it was about. */
export const TemplateItem = z.object({
  title: ItemFacts.title,
  minutes: z.int(),
  purpose: ItemFacts.purpose.unwrap(),
  visibility: ItemFacts.visibility.unwrap(),
  text: z.string(),
  note: z.string(),
  topic: Topic.optional(),
});
export type TemplateItem = z.infer<typeof TemplateItem>;

/** What an agenda can start from. */
export const MeetingTemplate = z.object({
  /** A word for shipped ones, an id for the MSP's own. */
  templateId: z.string(),
  name: z.string(),
  description: z.string(),
  type: MeetingType,
  durationMinutes: z.int(),
  shipped: z.boolean(),
  items: z.array(TemplateItem),
  v: z.int().optional(),
  updatedAt: z.string().optional(),
});
export type MeetingTemplate = z.infer<typeof MeetingTemplate>;
export const MeetingTemplates = z.object({ items: z.array(MeetingTemplate) });

/** Keeps the agenda of a meeting as a template. */
export const NewTemplate = OneMeeting.extend({
  name: line('the name', 80),
  description: prose('the description', 300).default(''),
});
export type NewTemplate = z.infer<typeof NewTemplate>;
export const VersionedTemplate = z.strictObject({ templateId: z.string().max(40), v: Version });
export type VersionedTemplate = z.infer<typeof VersionedTemplate>;
