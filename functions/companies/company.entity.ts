import { Entity, type EntityItem } from 'electrodb';
import { recordAttributes } from '../_kit/record.ts';

export const CompanyEntity = new Entity({
  model: { entity: 'company', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    name: { type: 'string', required: true },
    /** Sort and comparison form of the name. */
    nameKey: { type: 'string', required: true },
    status: { type: ['active', 'onboarding', 'archived'] as const, required: true },
    archivedAt: { type: 'string' },
    industry: { type: 'string', required: true },
    website: { type: 'string', required: true },
    phone: { type: 'string', required: true },
    agreement: { type: 'string', required: true },
    seats: { type: 'number', required: true },
    fiscalYearStart: { type: 'number', required: true },
    timeZone: { type: 'string', required: true },
    currency: { type: 'string', required: true },
    ownerId: { type: 'string' },
    privateNotes: { type: 'string', required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'co', casing: 'none' },
    },
    /** The MSP's clients by name. */
    inMsp: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['mspId'], template: 't#${mspId}#cos', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['nameKey', 'companyId'], template: '${nameKey}#${companyId}', casing: 'none' },
    },
  },
});

export type CompanyRow = EntityItem<typeof CompanyEntity>;
