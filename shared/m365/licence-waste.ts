import { addDays, daysBetween } from '../kernel/date.ts';
import type { Licence } from './licence.ts';
import { skuBrings } from './sku.ts';
import type { M365User } from './user.ts';

/** Why a licence is wasted, in order of precedence: each licence counts once, under the first that holds. */
export const WASTE_KINDS = ['unassigned', 'disabled', 'inactive', 'duplicate'] as const;
export type WasteKind = (typeof WASTE_KINDS)[number];

/** Licences of one SKU that are wasted for one reason. */
export interface Waste {
  kind: WasteKind;
  partNumber: string;
  count: number;
  /** Who holds them; empty for unassigned ones. */
  holders: { user: M365User; detail?: string }[];
  /** Monthly price of one in minor units; absent when nobody knows it. */
  priceMinor?: number | undefined;
}

interface Rules {
  inactiveDays: number;
  today: string;
}

/**
 * Days since the account was last used; for one never used since it was made, days since then. Undefined when sign-ins
 * cannot be read.
 */
export function daysInactive(user: M365User, today: string): number | undefined {
  if (!user.seenKnown) return undefined;
  const from = user.lastSeen ?? user.created;
  return from === undefined ? undefined : Math.max(0, daysBetween(from, today));
}

function isInactive(user: M365User, { inactiveDays, today }: Rules): boolean {
  return (
    user.kind === 'member' &&
    user.seenKnown === true &&
    (user.lastSeen ?? user.created ?? today) < addDays(today, -inactiveDays)
  );
}

/**
 * SKUs of a set that another one of the set covers wholly. Of two that bring the same the dearer one stays; a SKU that
 * brings nothing we know is never called covered.
 */
export function coveredSkus(
  skus: readonly string[],
  priceOf: (partNumber: string) => number,
): { sku: string; by: string }[] {
  const known = [...new Set(skus)].filter((sku) => skuBrings(sku).length > 0);
  const rank = (sku: string) => [skuBrings(sku).length, priceOf(sku), sku] as const;
  const isBigger = (a: string, b: string) => {
    const [sizeA, priceA, nameA] = rank(a);
    const [sizeB, priceB, nameB] = rank(b);
    return sizeA !== sizeB ? sizeA > sizeB : priceA !== priceB ? priceA > priceB : nameA < nameB;
  };
  return known.flatMap((sku) => {
    const by = known.find(
      (other) => other !== sku && isBigger(other, sku) && skuBrings(sku).every((one) => skuBrings(other).includes(one)),
    );
    return by ? [{ sku, by }] : [];
  });
}

/** The reason that holds for a user's licence, with what to tell beside the name. */
function reasonOf(
  user: M365User,
  sku: string,
  covered: ReadonlyMap<string, string>,
  rules: Rules,
): { kind: WasteKind; detail?: string } | undefined {
  if (!user.enabled) return { kind: 'disabled', detail: 'Account is disabled' };
  if (isInactive(user, rules)) {
    return { kind: 'inactive', detail: user.lastSeen ? `Last seen ${user.lastSeen}` : 'Never signed in' };
  }
  const by = covered.get(sku);
  return by ? { kind: 'duplicate', detail: `Covered by ${by}` } : undefined;
}

/** Wasted licences of a tenant, by reason and SKU. Free SKUs, trials among them, and unknown ones are left out. */
export function licenceWaste(licences: readonly Licence[], users: readonly M365User[], rules: Rules): Waste[] {
  const paid = new Map(licences.filter(({ free }) => !free).map((licence) => [licence.partNumber, licence]));
  const price = (sku: string) => paid.get(sku)?.priceMinor ?? 0;
  const found = new Map<string, Waste>();
  const count = (kind: WasteKind, partNumber: string, times: number): Waste => {
    const key = `${kind}:${partNumber}`;
    const waste = found.get(key) ?? {
      kind,
      partNumber,
      count: 0,
      holders: [],
      priceMinor: paid.get(partNumber)?.priceMinor,
    };
    waste.count += times;
    found.set(key, waste);
    return waste;
  };
  for (const { partNumber, available } of paid.values()) if (available > 0) count('unassigned', partNumber, available);
  for (const user of users) {
    const own = user.skus.filter((sku) => paid.has(sku));
    const covered = new Map(coveredSkus(own, price).map(({ sku, by }) => [sku, by]));
    for (const sku of new Set(own)) {
      const reason = reasonOf(user, sku, covered, rules);
      if (!reason) continue;
      count(reason.kind, sku, 1).holders.push({ user, ...(reason.detail ? { detail: reason.detail } : {}) });
    }
  }
  const order = (waste: Waste) => WASTE_KINDS.indexOf(waste.kind);
  return [...found.values()].sort((a, b) => order(a) - order(b) || a.partNumber.localeCompare(b.partNumber));
}
