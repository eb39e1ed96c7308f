import { Entity, type EntityItem } from 'electrodb';
import { recordAttributes } from '../_kit/record.ts';

/** The MSP's own record. */
export const MspEntity = new Entity({
  model: { entity: 'msp', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    slug: { type: 'string', required: true },
    name: { type: 'string', required: true },
    legalName: { type: 'string', required: true },
    locale: { type: 'string', required: true },
    timeZone: { type: 'string', required: true },
    currency: { type: 'string', required: true },
    fiscalYearStart: { type: 'number', required: true },
    mfaRequired: { type: 'boolean', required: true },
    portalMfaRequired: { type: 'boolean', required: true },
    supportEmail: { type: 'string', required: true },
    supportPhone: { type: 'string', required: true },
    logo: { type: 'string', required: true },
    accent: { type: 'string', required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId'], template: 't#${mspId}#msp', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'msp', casing: 'none' },
    },
  },
});

/**
 * What anybody may see of the MSP. Client users may read it and the names of staff beside it, and nothing else outside their
 * company.
 */
export const BrandEntity = new Entity({
  model: { entity: 'brand', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    slug: { type: 'string', required: true },
    name: { type: 'string', required: true },
    logo: { type: 'string', required: true },
    accent: { type: 'string', required: true },
    accentDark: { type: 'string', required: true },
    supportEmail: { type: 'string', required: true },
    supportPhone: { type: 'string', required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId'], template: 't#${mspId}#brand', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'brand', casing: 'none' },
    },
  },
});

/** From a portal's address to its MSP, with the little that sign-in must know before it stands behind a wall. */
export const SlugEntity = new Entity({
  model: { entity: 'slug', version: '1', service: 'vault' },
  attributes: {
    slug: { type: 'string', required: true },
    mspId: { type: 'string', required: true },
    name: { type: 'string', required: true },
    mfaRequired: { type: 'boolean', required: true },
    portalMfaRequired: { type: 'boolean', required: true },
  },
  indexes: {
    bySlug: {
      pk: { field: 'pk', composite: ['slug'], template: 'slug#${slug}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'slug', casing: 'none' },
    },
  },
});

export type MspRow = EntityItem<typeof MspEntity>;
export type BrandRow = EntityItem<typeof BrandEntity>;
export type SlugRow = EntityItem<typeof SlugEntity>;
