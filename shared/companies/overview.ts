import { z } from 'zod';
import { FEATURES } from '../kernel/features.ts';
import { Company } from './company.ts';

/**
 * What one feature says about a company in a few figures, in a row of its own that the feature keeps. Companies reads the
 * rows and knows no feature; each feature's page part reads its own with its own schema.
 */
export const Summary = z.object({
  feature: z.enum(FEATURES),
  figures: z.record(z.string(), z.unknown()),
  updatedAt: z.string(),
});
export type Summary = z.infer<typeof Summary>;

export const CompanyOverview = z.object({
  company: Company,
  contacts: z.int(),
  locations: z.int(),
  summaries: z.array(Summary),
});
export type CompanyOverview = z.infer<typeof CompanyOverview>;
