import { fiscalYear } from '../kernel/calendar.ts';
import type { ItemEstimate } from '../planner/planner-item.ts';
import { amountIn } from './amounts.ts';
import type { Budget, BudgetLine, Stale } from './budget.ts';
import type { Product } from './product.ts';
import { pulledAnew } from './pulling.ts';

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
  const now = pulledAnew(line, item, fiscalYear(year, startMonth).end);
  if (!now) {
    const { recurrence, startDate, termMonths } = line;
    return {
      from: 'planner',
      quantity: 0,
      unitMinor: 0,
      recurrence,
      startDate,
      termMonths,
      amountMinor: 0,
      differenceMinor: -line.amountMinor,
      changedAt: item?.updatedAt ?? '',
      gone: true,
    };
  }
  const amountMinor = amountIn(now, year, startMonth);
  const same =
    now.quantity === line.quantity &&
    now.unitMinor === line.unitMinor &&
    now.recurrence === line.recurrence &&
    now.startDate === line.startDate;
  if (same) return undefined;
  const { quantity, unitMinor, recurrence, startDate, termMonths } = now;
  return {
    from: 'planner',
    quantity,
    unitMinor,
    recurrence,
    startDate,
    termMonths,
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
  const { quantity, recurrence, startDate, termMonths } = line;
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
    termMonths,
    amountMinor,
    differenceMinor,
    changedAt,
    gone: false,
  };
}
