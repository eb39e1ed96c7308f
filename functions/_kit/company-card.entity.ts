import { Entity } from 'electrodb';

/**
 * What features before `companies` in product order may know of a client: that it exists, its name, and whether it is
 * still served. Read-only: `companies` writes the record, of which these are a few attributes.
 */
export const CompanyCardEntity = new Entity({
  model: { entity: 'company', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    name: { type: 'string', required: true },
    status: { type: ['active', 'onboarding', 'archived'] as const, required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'co', casing: 'none' },
    },
  },
});
