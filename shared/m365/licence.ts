import { z } from 'zod';
import { CalendarDate } from '../kernel/date.ts';
import { Currency } from '../kernel/money.ts';
import { type M365Settings, priceOf } from './settings.ts';
import { isFree, skuName } from './sku.ts';

/** Seats of one SKU in a tenant, as the vendor counts them. */
export interface SkuSeats {
  skuId: string;
  partNumber: string;
  purchased: number;
  assigned: number;
  suspended: number;
  /** Seats in a grace period before they are suspended. */
  warning: number;
}

/** One order of a SKU. */
export interface SkuOrder {
  skuId: string;
  seats: number;
  trial: boolean;
  status: string;
  /** When it moves to its next state unless somebody acts; absent for free ones. */
  nextChange?: string | undefined;
}

/** Microsoft's word for what is sold, `SPE_E3`. */
export const PartNumber = z.string().regex(/^[\w. -]{1,100}$/, 'Open the licence from its list and try again.');

export const Licence = z.object({
  partNumber: z.string(),
  name: z.string(),
  purchased: z.int(),
  assigned: z.int(),
  /** Purchased and assigned to nobody; never negative. */
  available: z.int(),
  suspended: z.int(),
  /** It costs nothing, for good or while it is a trial: it counts in no cost and no waste. */
  free: z.boolean(),
  /** Monthly price of one; absent when nobody knows it. */
  priceMinor: z.int().optional(),
  /** Purchased x price, a month. */
  monthlyMinor: z.int().optional(),
  /**
   * Microsoft's date of the next change of state, usually the renewal. Not a promise: with automatic renewal off the seats
   * end on that day.
   */
  nextChange: CalendarDate.optional(),
  trial: z.boolean(),
});
export type Licence = z.infer<typeof Licence>;

export const LicenceList = z.object({
  items: z.array(Licence),
  currency: Currency,
  /** Sum of the known monthly costs, and how many SKUs have no price. */
  monthlyMinor: z.int(),
  unpriced: z.int(),
  syncedAt: z.string().optional(),
});
export type LicenceList = z.infer<typeof LicenceList>;

function nextChangeOf(orders: readonly SkuOrder[]): string | undefined {
  const dates = orders
    .filter(({ status }) => status === 'Enabled' || status === 'Warning')
    .flatMap(({ nextChange }) => nextChange ?? []);
  return dates.sort()[0];
}

/** Seats, cost and next change of each SKU, dearest first. Currency is that of the MSP's price list. */
export function licences(
  seats: readonly SkuSeats[],
  orders: readonly SkuOrder[],
  settings: Pick<M365Settings, 'prices'>,
): Licence[] {
  const bySku = Map.groupBy(orders, ({ skuId }) => skuId);
  return seats
    .map(({ skuId, partNumber, purchased, assigned, suspended }) => {
      const own = bySku.get(skuId) ?? [];
      const trial = own.length > 0 && own.every((order) => order.trial);
      const free = trial || isFree(partNumber, purchased);
      const price = free ? 0 : priceOf(settings, partNumber);
      const nextChange = nextChangeOf(own);
      return {
        partNumber,
        name: skuName(partNumber),
        purchased,
        assigned,
        available: Math.max(0, purchased - assigned),
        suspended,
        free,
        ...(price === undefined ? {} : { priceMinor: price, monthlyMinor: price * purchased }),
        ...(nextChange ? { nextChange } : {}),
        trial,
      };
    })
    .sort((a, b) => (b.monthlyMinor ?? 0) - (a.monthlyMinor ?? 0) || a.name.localeCompare(b.name));
}

/** Sum of the known costs, and how many SKUs that are not free have no price. */
export function costOf(items: readonly Licence[]): { monthlyMinor: number; unpriced: number } {
  return {
    monthlyMinor: items.reduce((sum, { monthlyMinor }) => sum + (monthlyMinor ?? 0), 0),
    unpriced: items.filter(({ free, priceMinor }) => !free && priceMinor === undefined).length,
  };
}
