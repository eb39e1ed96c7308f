import { z } from 'zod';

// The arithmetic stands apart so that pages can add up amounts without loading a schema library.
export * from './minor.ts';

/** ISO 4217 code. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'Enter a three-letter currency code such as USD.');

/** The largest amount kept: ten thousand million in minor units, far inside safe integers even when summed. */
export const MAX_MINOR = 1_000_000_000_000;

/** An amount that cannot be negative: prices, estimates, rates. */
export const Price = z
  .int('Enter an amount.')
  .min(0, 'The amount cannot be negative.')
  .max(MAX_MINOR, 'The amount is too large.');
