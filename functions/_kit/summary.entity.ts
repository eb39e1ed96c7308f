import { CustomAttributeType, Entity } from 'electrodb';
import type { Feature } from '../../shared/kernel/features.ts';
import { recordAttributes } from './record.ts';

/** A feature's few figures about a company, kept by that feature in the company's partition. */
export const SummaryEntity = new Entity({
  model: { entity: 'summary', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    feature: { type: CustomAttributeType<Feature>('string'), required: true },
    figures: { type: CustomAttributeType<Record<string, unknown>>('any'), required: true },
  },
  indexes: {
    ofCompany: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['feature'], template: 'sum#${feature}', casing: 'none' },
    },
  },
});
