import type { ItemEstimate } from '../planner/planner-item.ts';
import { amountIn, type Priced } from './amounts.ts';
import type { Budget, BudgetLine, LineSource, LineType, Stale } from './budget.ts';
import type { Product } from './product.ts';

/** The part of a planner item that is its hours. */
export const LABOUR = 'labour';

/** What a planner item gives to a budget: one draft line for each cost, one for its hours. */
export interface Pulled extends Priced {
  label: string;
  type: LineType;
  source: LineSource;
}

/**
 * The lines that an item gives: labour = hours x its rate, the rest from its cost lines. An item without dates is due at
 * `fallbackStart`.
 */
export function pull(item: ItemEstimate, fallbackStart: string): Pulled[] {
  const { plannerItemId, title, startDate = fallbackStart } = item;
  const costs = item.costs.map(
    (cost): Pulled => ({
      label: item.costs.length === 1 && item.hours === 0 ? title : `${title}: ${cost.label}`,
      type: cost.kind,
      quantity: cost.quantity,
      unitMinor: cost.unitMinor,
      recurrence: cost.recurrence,
      startDate,
      termMonths: 12,
      source: { plannerItemId, part: cost.label },
    }),
  );
  if (item.hours === 0) return costs;
  const work: Pulled = {
    label: costs.length === 0 ? title : `${title}: work`,
    type: 'labour',
    quantity: item.hours,
    unitMinor: item.ratePerHour,
    recurrence: 'one-time',
    startDate,
    termMonths: 12,
    source: { plannerItemId, part: LABOUR },
  };
  return [...costs, work];
}

/**
 * The difference between a line and its planner item as it stands now; undefined when there is none, or when it was looked
 * at in this version of the item and left.
 */
export function staleness(
  line: BudgetLine,
  item: ItemEstimate | undefined,
  year: number,
  startMonth: number,
): Stale | undefined {
  if (!line.source) return undefined;
  if (item && line.keptVersion === item.v) return undefined;
  const now =
    item && !item.isArchived
      ? pull(item, line.startDate).find((one) => one.source.part === line.source?.part)
      : undefined;
  if (!now) {
    const { recurrence, startDate } = line;
    return {
      from: 'planner',
      quantity: 0,
      unitMinor: 0,
      recurrence,
      startDate,
      amountMinor: 0,
      differenceMinor: -line.amountMinor,
      changedAt: item?.updatedAt ?? '',
      gone: true,
    };
  }
  const amountMinor = amountIn({ ...now, termMonths: line.termMonths }, year, startMonth);
  const same =
    now.quantity === line.quantity &&
    now.unitMinor === line.unitMinor &&
    now.recurrence === line.recurrence &&
    now.startDate === line.startDate;
  if (same) return undefined;
  const { quantity, unitMinor, recurrence, startDate } = now;
  return {
    from: 'planner',
    quantity,
    unitMinor,
    recurrence,
    startDate,
    amountMinor,
    differenceMinor: amountMinor - line.amountMinor,
    changedAt: item?.updatedAt ?? '',
    gone: false,
  };
}

/**
 * The difference between a line and the product that its price was copied from. A product that is archived, or has another
 * currency, says nothing any more.
 */
export function priceMove(
  line: BudgetLine,
  product: Pick<Product, 'unitPriceMinor' | 'currency' | 'status' | 'updatedAt'> | undefined,
  { fiscalYear, fiscalYearStart, currency }: Pick<Budget, 'fiscalYear' | 'fiscalYearStart' | 'currency'>,
): Stale | undefined {
  const isSilent = !product || product.status === 'archived' || product.currency !== currency;
  if (isSilent || !line.product || product.unitPriceMinor === line.product.unitMinor) return undefined;
  const { quantity, recurrence, startDate } = line;
  const unitMinor = product.unitPriceMinor;
  const amountMinor = amountIn({ ...line, unitMinor }, fiscalYear, fiscalYearStart);
  const differenceMinor = amountMinor - line.amountMinor;
  const changedAt = product.updatedAt;
  return {
    from: 'catalogue',
    quantity,
    unitMinor,
    recurrence,
    startDate,
    amountMinor,
    differenceMinor,
    changedAt,
    gone: false,
  };
}
