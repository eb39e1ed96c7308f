import { z } from 'zod';
import { Id } from '../kernel/id.ts';

/** Somebody at the client who gets the mail: a contact, or a person of the portal. */
export const Recipient = z.strictObject({ type: z.enum(['contact', 'client-user']), id: Id });
export type Recipient = z.infer<typeof Recipient>;

/** Mails of one report: one commit plans them all. */
export const MOST_RECIPIENTS = 20;
export const Recipients = z
  .array(Recipient)
  .max(MOST_RECIPIENTS, `Choose at most ${MOST_RECIPIENTS} people.`)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'Choose each person once.');

/** What became of a mail: `unclear` when nobody knows whether it went out. */
export const DeliveryState = z.enum(['planned', 'sending', 'sent', 'failed', 'unclear']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** A mail about a report to somebody at the client. */
export const Delivery = z.object({ name: z.string(), email: z.string(), plannedAt: z.string(), state: DeliveryState });
export type Delivery = z.infer<typeof Delivery>;

/** Whom a report can be mailed to. */
export const Reachable = Recipient.extend({
  name: z.string(),
  email: z.string(),
  /** What they are to the client, as the contact says. */
  title: z.string(),
  /** They can open the report in the portal. */
  signsIn: z.boolean(),
  /** The contacts whom this person of the portal stands for: chosen as one of them before they were invited, they are meant. */
  contactIds: z.array(z.string()),
});
export type Reachable = z.infer<typeof Reachable>;

/** Who of the chosen people a mail reaches, each once, and how many of them it does not: they left, or lost their address. */
export function reaching(
  people: readonly Reachable[],
  chosen: readonly Recipient[],
): { reached: Reachable[]; lost: number } {
  const known = new Set(people.map(({ id }) => id));
  const standIn = new Map(people.flatMap(({ id, contactIds }) => contactIds.map((contactId) => [contactId, id])));
  const meant = chosen.map(({ id }) => (known.has(id) ? id : standIn.get(id)));
  return {
    reached: people.filter(({ id }) => meant.includes(id)),
    lost: meant.filter((id) => id === undefined).length,
  };
}
