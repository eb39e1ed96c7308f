import { CustomAttributeType, Entity } from 'electrodb';
import { recordAttributes } from '../_kit/record.ts';

/** An MSP's prices and thresholds, where they differ from the defaults. */
export const M365SettingsEntity = new Entity({
  model: { entity: 'm365-settings', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    currency: { type: 'string', required: true },
    prices: { type: CustomAttributeType<Record<string, number>>('any'), required: true },
    inactiveDays: { type: 'number', required: true },
    weakControlPoints: { type: 'number', required: true },
    mostGlobalAdmins: { type: 'number', required: true },
  },
  indexes: {
    ofMsp: {
      pk: { field: 'pk', composite: ['mspId'], template: 't#${mspId}#msp', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'set#m365', casing: 'none' },
    },
  },
});
