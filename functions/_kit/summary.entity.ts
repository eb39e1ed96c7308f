import { CustomAttributeType, Entity } from 'electrodb';
import type { Feature } from '../../shared/kernel/features.ts';

/** A feature's few figures about a company, kept by that feature in the company's partition. */
export const SummaryEntity = new Entity({
  model: { entity: 'summary', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    feature: { type: CustomAttributeType<Feature>('string'), required: true },
    figures: { type: CustomAttributeType<Record<string, unknown>>('any'), required: true },
    updatedAt: { type: 'string', required: true },
  },
  indexes: {
    ofCompany: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['feature'], template: 'sum#${feature}', casing: 'none' },
    },
  },
});
