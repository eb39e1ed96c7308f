/**
 * Attributes of a planned mail; its feature adds whom it goes to and what it is about. `sending` is claimed before the mail is
 * handed over; an outcome that nobody knows stays `unclear` and is not tried again. Apart from the sending (`mail-once.ts`):
 * who plans a mail, or reads of one, must not load the mail service's client.
 */
export const mailAttributes = {
  mspId: { type: 'string', required: true },
  v: { type: 'number', required: true },
  state: { type: ['planned', 'sending', 'sent', 'failed', 'unclear'] as const, required: true },
} as const;

/** What every planned mail's row has. */
export interface PlannedMail {
  mspId: string;
  v: number;
  state: (typeof mailAttributes.state.type)[number];
}
