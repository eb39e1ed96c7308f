import type { ObservedFinding, Risk } from '../findings/finding.ts';
import { formatMoney } from '../kernel/money.ts';
import type { Waste, WasteKind } from './licence-waste.ts';
import { skuName } from './sku.ts';

/** Affected people that a finding names; the rest is counted. */
const NAMED = 25;

type Words = (count: number, sku: string) => { title: string; why: string };

const many = (count: number, one: string, more: string) => (count === 1 ? one : more);

const WORDS: Record<WasteKind, Words> = {
  unassigned: (count, sku) => ({
    title: `${count} ${sku} ${many(count, 'licence is', 'licences are')} assigned to nobody`,
    why: 'The seats are paid and nobody can use them.',
  }),
  disabled: (count, sku) => ({
    title: `${count} ${sku} ${many(count, 'licence', 'licences')} on disabled accounts`,
    why: 'Nobody can sign in to a disabled account, yet its licence is paid. Check first whether a mailbox must be kept.',
  }),
  inactive: (count, sku) => ({
    title: `${count} ${sku} ${many(count, 'licence', 'licences')} on accounts that nobody uses`,
    why: 'No successful sign-in for longer than agreed: the person may have left, or need less.',
  }),
  duplicate: (count, sku) => ({
    title: `${count} ${sku} ${many(count, 'licence is', 'licences are')} covered by another licence`,
    why: 'The same people hold a licence that brings all of this already.',
  }),
};

/** An unused account is a way in; unused seats are only money. */
function riskOf({ kind, count, priceMinor = 0 }: Waste): Risk {
  if (kind === 'disabled' || kind === 'inactive') return 'medium';
  return count * priceMinor * 12 >= 100_000 ? 'medium' : 'low';
}

function kindName(kind: WasteKind): string {
  return `licence-${kind}`;
}

/** A finding for each reason and SKU, with the saving of a year where the price is known. */
export function licenceFindings(waste: readonly Waste[], currency: string): ObservedFinding[] {
  return waste.map((one) => {
    const { kind, partNumber, count, holders, priceMinor } = one;
    const { title, why } = WORDS[kind](count, skuName(partNumber));
    const yearly = priceMinor === undefined ? undefined : priceMinor * count * 12;
    return {
      key: `licence:${kind}:${partNumber}`,
      kind: kindName(kind),
      title: title.slice(0, 200),
      why,
      risk: riskOf(one),
      evidence: [
        { label: 'Licences', value: String(count) },
        ...(priceMinor === undefined
          ? []
          : [{ label: 'Price a month', value: formatMoney(priceMinor, currency, 'en-US') }]),
      ],
      affected: holders.slice(0, NAMED).map(({ user, detail }) => ({
        label: user.name.slice(0, 160),
        ...(detail ? { detail: detail.slice(0, 160) } : {}),
      })),
      affectedCount: holders.length,
      ...(yearly === undefined ? {} : { saving: { minorPerYear: yearly, currency } }),
      source: { feature: 'm365' as const, recordType: 'licence', recordId: partNumber },
    };
  });
}
