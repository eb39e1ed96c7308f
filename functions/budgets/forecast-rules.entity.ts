import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { CategoryRule } from '../../shared/budgets/forecast-rules.ts';
import { recordAttributes } from '../_kit/record.ts';

/** What a client's forecast is calculated by. The amounts themselves are kept nowhere. */
export const ForecastRulesEntity = new Entity({
  model: { entity: 'forecast-rules', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    baseYear: { type: 'number', required: true },
    yearsForward: { type: 'number', required: true },
    globalDefaultIncreasePercent: { type: 'number', required: true },
    applyGlobalToAll: { type: 'boolean', required: true },
    renewalsAssumed: { type: 'boolean', required: true },
    devicesCounted: { type: 'boolean', required: true },
    hardwareIncreasePercent: { type: 'number', required: true },
    overdueQuarters: { type: 'number', required: true },
    rules: { type: CustomAttributeType<CategoryRule[]>('any'), required: true },
  },
  indexes: {
    ofCompany: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'fc', casing: 'none' },
    },
  },
});
export type ForecastRulesRow = EntityItem<typeof ForecastRulesEntity>;
