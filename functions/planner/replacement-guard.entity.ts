import { Entity } from 'electrodb';
import { recordAttributes } from '../_kit/record.ts';

/**
 * Moves with every replacement that is planned for a client, so that of two people who plan the same devices at once only
 * one does: links alone cannot tell, as each leads to an item of its own.
 */
export const ReplacementGuardEntity = new Entity({
  model: { entity: 'replacement-guard', version: '1', service: 'app' },
  attributes: { ...recordAttributes, companyId: { type: 'string', required: true } },
  indexes: {
    ofCompany: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'rg#devices', casing: 'none' },
    },
  },
});
