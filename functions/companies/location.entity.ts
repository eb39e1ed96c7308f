import { Entity, type EntityItem } from 'electrodb';
import { recordAttributes } from '../_kit/record.ts';

export const LocationEntity = new Entity({
  model: { entity: 'location', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    locationId: { type: 'string', required: true },
    name: { type: 'string', required: true },
    nameKey: { type: 'string', required: true },
    address: { type: 'string', required: true },
    phone: { type: 'string', required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['locationId'], template: 'lo#${locationId}', casing: 'none' },
    },
    /** The company's sites by name. */
    inCompany: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['mspId', 'companyId'],
        template: 't#${mspId}#c#${companyId}#lo',
        casing: 'none',
      },
      sk: {
        field: 'gsi1sk',
        composite: ['nameKey', 'locationId'],
        template: '${nameKey}#${locationId}',
        casing: 'none',
      },
    },
  },
});

export type LocationRow = EntityItem<typeof LocationEntity>;
