import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { BudgetLine, BudgetStatus, LineSource, LineStatus, LineType, Sums } from '../../shared/budgets/budget.ts';
import type { FromProduct } from '../../shared/planner/from-product.ts';
import type { Recurrence } from '../../shared/planner/planner-item.ts';
import { recordAttributes } from '../_kit/record.ts';

export const BudgetEntity = new Entity({
  model: { entity: 'budget', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    budgetId: { type: 'string', required: true },
    title: { type: 'string', required: true },
    fiscalYear: { type: 'number', required: true },
    fiscalYearStart: { type: 'number', required: true },
    currency: { type: 'string', required: true },
    status: { type: CustomAttributeType<BudgetStatus>('string'), required: true },
    sentVersion: { type: 'number', required: true },
    sentAt: { type: 'string' },
    dueDate: { type: 'string' },
    internalNotes: { type: 'string', required: true },
    lineCount: { type: 'number', required: true },
    openLines: { type: 'number', required: true },
    /** Lines that came from no planner item: a forecast reads the lines of budgets that have some. */
    handLines: { type: 'number' },
    sums: { type: CustomAttributeType<Sums>('any'), required: true },
    replaces: { type: 'string' },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['budgetId'], template: 'bu#${budgetId}', casing: 'none' },
    },
  },
});
export type BudgetRow = EntityItem<typeof BudgetEntity>;

/** A line, in its budget's own partition. It changes only together with its budget, whose version guards both. */
export const BudgetLineEntity = new Entity({
  model: { entity: 'budget-line', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    budgetId: { type: 'string', required: true },
    budgetLineId: { type: 'string', required: true },
    label: { type: 'string', required: true },
    type: { type: CustomAttributeType<LineType>('string'), required: true },
    quantity: { type: 'number', required: true },
    unitMinor: { type: 'number', required: true },
    recurrence: { type: CustomAttributeType<Recurrence>('string'), required: true },
    startDate: { type: 'string', required: true },
    termMonths: { type: 'number', required: true },
    note: { type: 'string', required: true },
    status: { type: CustomAttributeType<LineStatus>('string'), required: true },
    amountMinor: { type: 'number', required: true },
    /** The planner item that it was pulled from; `source` is how the record was made elsewhere, so it is named apart. */
    pulledFrom: { type: CustomAttributeType<LineSource>('any') },
    /** Version of the planner item that its figures were taken from; absent once they were changed by hand. */
    pulledVersion: { type: 'number' },
    /** The product that its price was copied from, and its price then. */
    product: { type: CustomAttributeType<FromProduct>('any') },
    keptVersion: { type: 'number' },
    decision: { type: CustomAttributeType<NonNullable<BudgetLine['decision']>>('any') },
  },
  indexes: {
    ofBudget: {
      pk: {
        field: 'pk',
        composite: ['mspId', 'companyId', 'budgetId'],
        template: 't#${mspId}#c#${companyId}#bu#${budgetId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['budgetLineId'], template: 'ln#${budgetLineId}', casing: 'none' },
    },
  },
});
export type BudgetLineRow = EntityItem<typeof BudgetLineEntity>;
