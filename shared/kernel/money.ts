import { z } from 'zod';

// The arithmetic stands apart so that pages can add up amounts without loading a schema library.
export * from './minor.ts';

/** ISO 4217 code. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'Enter a three-letter currency code such as USD.');

/** The largest amount kept: ten thousand million in minor units, far inside safe integers even when summed. */
export const MAX_MINOR = 1_000_000_000_000;

/** An amount in integer minor units (cents) with its currency. */
export const Money = z.strictObject({
  minor: z.int('Enter an amount in whole minor units.').min(-MAX_MINOR).max(MAX_MINOR),
  currency: Currency,
});
export type Money = z.infer<typeof Money>;

/** An amount that cannot be negative: prices, estimates, rates. */
export const Price = z
  .int('Enter an amount.')
  .min(0, 'The amount cannot be negative.')
  .max(MAX_MINOR, 'The amount is too large.');

/** Sum of minor units; refuses to add different currencies. */
export function total(amounts: readonly Money[], currency: string): Money {
  let minor = 0;
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new RangeError(`Cannot add ${amount.currency} to ${currency}.`);
    minor += amount.minor;
  }
  return { minor, currency };
}
