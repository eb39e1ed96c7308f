import { Entity } from 'electrodb';
import { recordAttributes } from '../_kit/record.ts';

/** An hourly rate of the MSP (`owner` is `msp`) or of one company (`c#<companyId>`). */
export const RateCardEntity = new Entity({
  model: { entity: 'rate-card', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    owner: { type: 'string', required: true },
    ratePerHour: { type: 'number', required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId', 'owner'], template: 't#${mspId}#${owner}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'rate', casing: 'none' },
    },
  },
});
