import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { LineType } from '../../shared/budgets/budget.ts';
import type { Recurrence } from '../../shared/planner/planner-item.ts';
import { recordAttributes } from '../_kit/record.ts';

/** A product of the MSP's catalogue. */
export const ProductEntity = new Entity({
  model: { entity: 'product', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    productId: { type: 'string', required: true },
    status: { type: ['active', 'archived'] as const, required: true },
    name: { type: 'string', required: true },
    /** Sort and comparison form of the name. */
    nameKey: { type: 'string', required: true },
    sku: { type: 'string', required: true },
    vendor: { type: 'string', required: true },
    type: { type: CustomAttributeType<LineType>('string'), required: true },
    category: { type: 'string', required: true },
    unitPriceMinor: { type: 'number', required: true },
    unitCostMinor: { type: 'number' },
    recurrence: { type: CustomAttributeType<Recurrence>('string'), required: true },
    currency: { type: 'string', required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId'], template: 't#${mspId}#msp', casing: 'none' },
      sk: { field: 'sk', composite: ['productId'], template: 'pr#${productId}', casing: 'none' },
    },
    /** The catalogue by name, what is sold apart from what is no longer. */
    inCatalogue: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['mspId', 'status'], template: 't#${mspId}#prs#${status}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['nameKey', 'productId'], template: '${nameKey}#${productId}', casing: 'none' },
    },
  },
});
export type ProductRow = EntityItem<typeof ProductEntity>;
