import { z } from 'zod';
import { CompanyId } from '../kernel/id.ts';
import { Currency } from '../kernel/money.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import type { M365User } from './user.ts';

/** A company's Microsoft 365 in a few figures: its `sum#m365` row. */
export const M365Figures = z.object({
  scorePercent: z.number().optional(),
  scoreChange30: z.number().optional(),
  adjustedPercent: z.number().optional(),
  scoreDate: z.string().optional(),
  /** The score in percent week by week, oldest first, the newest reading last: the line beside the figure. */
  scoreTrend: z.array(z.number()).optional(),
  users: z.int(),
  guests: z.int(),
  /** Share of enabled members with a second factor in percent; absent when it cannot be read. */
  secondFactorPercent: z.number().optional(),
  globalAdmins: z.int().optional(),
  licences: z.int(),
  licenceMonthlyMinor: z.int(),
  wastedLicences: z.int(),
  wasteMonthlyMinor: z.int(),
  currency: Currency,
  toAddress: z.int(),
});
export type M365Figures = z.infer<typeof M365Figures>;

/** How a company is connected, and its figures once there are any. */
export const M365Overview = z.object({
  companyId: CompanyId,
  connection: z.object({
    /** `leaving` while what was synced is being removed. */
    state: z.enum(['not-connected', 'connected', 'leaving']),
    tenant: z.string().optional(),
    integrationId: z.string().optional(),
  }),
  figures: M365Figures.optional(),
  updatedAt: z.string().optional(),
});
export type M365Overview = z.infer<typeof M365Overview>;

export const M365CompanyRow = z.object({
  companyId: CompanyId,
  name: z.string(),
  figures: M365Figures.optional(),
  updatedAt: z.string().optional(),
});
export const M365CompanyPage = pageOf(M365CompanyRow);
export const M365CompanyFilter = z.strictObject({ ...PageInput, q: z.string().trim().max(80).optional() });
export type M365CompanyFilter = z.infer<typeof M365CompanyFilter>;

/** Share of enabled members with any second factor, in percent with one decimal; undefined when it is known of nobody. */
export function secondFactorShare(users: readonly M365User[]): number | undefined {
  const known = users.filter(({ kind, enabled, secondFactor }) => kind === 'member' && enabled && secondFactor);
  if (known.length === 0) return undefined;
  const have = known.filter(({ secondFactor }) => secondFactor !== 'none').length;
  return Math.round((have / known.length) * 1_000) / 10;
}
