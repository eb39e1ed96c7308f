import { z } from 'zod';

/** What happened to a record, for its history: a verb, and the fields or words that go with it. */
export const Activity = z.object({
  activityId: z.string(),
  at: z.string(),
  actorId: z.string(),
  verb: z.enum([
    'created',
    'created-from-finding',
    'created-for-goal',
    'changed',
    'moved',
    'published',
    'withdrawn',
    'archived',
    'restored',
    'budgeted',
    'approved',
    'rejected',
    'deferred',
    'sent',
    'answered',
    'replaced',
    'made',
    'skipped',
    'planned',
    'unplanned',
    'turned',
    'achieved',
    'abandoned',
    'reopened',
    'on-agenda',
    'started',
    'ended',
    'closed',
    'cancelled',
  ]),
  /** Changed fields, or ids that the verb is about. */
  about: z.array(z.string()),
  note: z.string().optional(),
});
export type Activity = z.infer<typeof Activity>;
