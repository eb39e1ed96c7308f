import { z } from 'zod';
import { CompanyId } from '../kernel/id.ts';
import { Price } from '../kernel/money.ts';
import { Version } from '../kernel/record.ts';

/** What an hour of our work is estimated at, when nobody says otherwise. */
export const DEFAULT_RATE = 16_500;

/** What an hour is estimated at, in the currency of whoever's work it is: the client's, or for all clients the MSP's. */
export const RateCard = z.object({
  ratePerHour: Price,
  /** Whose rate it is. */
  from: z.enum(['default', 'msp', 'company']),
  /** Version of the rate that a change would replace: of the client's own, or the MSP's; 0 while there is none. */
  v: z.int().min(0),
});
export type RateCard = z.infer<typeof RateCard>;

/** A new rate, for all clients or for one; `v` is 0 for the first one. `null` gives a client's own rate up. */
export const RateChange = z
  .strictObject({
    ratePerHour: Price.nullable(),
    v: Version.or(z.literal(0)),
    companyId: CompanyId.optional(),
  })
  .refine(({ ratePerHour, companyId }) => ratePerHour !== null || companyId !== undefined, {
    path: ['ratePerHour'],
    message: 'Enter a rate: only the rate of a single client can be given up.',
  });
export type RateChange = z.infer<typeof RateChange>;
