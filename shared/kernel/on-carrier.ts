import { z } from 'zod';
import { CARRIER_TYPES } from './carrier.ts';
import { CompanyId, Id } from './id.ts';

/** A record that carries something, as operations on what it carries name it. */
export const OnCarrier = { companyId: CompanyId, recordType: z.enum(CARRIER_TYPES), recordId: Id };
export const Carrier = z.strictObject(OnCarrier);
export type Carrier = z.infer<typeof Carrier>;
