import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { TemplateLine } from '../../shared/budgets/budget-template.ts';
import { recordAttributes } from '../_kit/record.ts';

/** A budget template of the MSP's own, with its lines. */
export const BudgetTemplateEntity = new Entity({
  model: { entity: 'budget-template', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    budgetTemplateId: { type: 'string', required: true },
    name: { type: 'string', required: true },
    description: { type: 'string', required: true },
    currency: { type: 'string', required: true },
    lines: { type: CustomAttributeType<TemplateLine[]>('any'), required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId'], template: 't#${mspId}#msp', casing: 'none' },
      sk: { field: 'sk', composite: ['budgetTemplateId'], template: 'bt#${budgetTemplateId}', casing: 'none' },
    },
  },
});
export type BudgetTemplateRow = EntityItem<typeof BudgetTemplateEntity>;
