import { z } from 'zod';
import { Currency, Price } from '../kernel/money.ts';
import { Version } from '../kernel/record.ts';
import { defaultPrice } from './sku.ts';

/** Numbers of an MSP that turn what is synced into findings and money. */
const Thresholds = {
  currency: Currency,
  /** Monthly price of a licence by SKU part number, in minor units; what is not here costs Microsoft's list price. */
  prices: z.record(z.string().min(1).max(80), Price).refine((all) => Object.keys(all).length <= 200, {
    error: 'Keep at most 200 prices.',
  }),
  /** Days without a successful sign-in after which a licensed account counts as unused. */
  inactiveDays: z.int('Enter whole days.').min(14).max(365),
  /** Points that a control must lack before it is a finding. */
  weakControlPoints: z.number('Enter points.').min(0.5).max(100),
  /** Global administrators of a tenant, the emergency account included. */
  mostGlobalAdmins: z.int('Enter a whole number.').min(1).max(50),
};

export const M365Settings = z.object({ ...Thresholds, v: z.int() });
export type M365Settings = z.infer<typeof M365Settings>;

export const M365SettingsChange = z
  .strictObject(Thresholds)
  .partial()
  .extend({ v: Version.or(z.literal(0)) });
export type M365SettingsChange = z.infer<typeof M365SettingsChange>;

/** What holds until an MSP says otherwise; version 0 stands for "never saved". */
export const DEFAULT_SETTINGS: M365Settings = {
  currency: 'USD',
  prices: {},
  inactiveDays: 60,
  weakControlPoints: 8,
  mostGlobalAdmins: 4,
  v: 0,
};

/** Monthly price of one licence in minor units; undefined when neither the MSP nor the default list knows it. */
export function priceOf(settings: Pick<M365Settings, 'prices'>, partNumber: string): number | undefined {
  return settings.prices[partNumber] ?? defaultPrice(partNumber);
}
