import { z } from 'zod';
import { CompanyId } from '../kernel/id.ts';
import { Currency, Price } from '../kernel/money.ts';
import { Version } from '../kernel/record.ts';

/** What an hour of our work is estimated at, when nobody says otherwise. */
export const DEFAULT_RATE = { ratePerHour: 16_500, currency: 'USD' };

/** The rate in force for a client: its own, or the MSP's. */
export const RateCard = z.object({
  ratePerHour: Price,
  currency: Currency,
  /** Whose rate it is. */
  from: z.enum(['default', 'msp', 'company']),
  v: z.int().min(0),
});
export type RateCard = z.infer<typeof RateCard>;

/** A new rate; `v` is 0 for the first one. */
export const RateChange = z.strictObject({
  ratePerHour: Price,
  v: Version.or(z.literal(0)),
  companyId: CompanyId.optional(),
});
export type RateChange = z.infer<typeof RateChange>;
