import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import { nameKey } from '../../shared/companies/company.ts';
import type { SecondFactor } from '../../shared/m365/user.ts';

/*
 * Rows that mirror a tenant's own records. They carry no stamps: when they changed is told by the run that changed them.
 */

const ofCompany = {
  field: 'pk',
  composite: ['mspId', 'companyId'],
  template: 't#${mspId}#c#${companyId}',
  casing: 'none',
} as const;

const owner = {
  mspId: { type: 'string', required: true },
  companyId: { type: 'string', required: true },
  /** Hash of the vendor's id. */
  key: { type: 'string', required: true },
  v: { type: 'number', required: true },
} as const;

/** Seats of one SKU. */
export const SeatsEntity = new Entity({
  model: { entity: 'm365-seats', version: '1', service: 'app' },
  attributes: {
    ...owner,
    skuId: { type: 'string', required: true },
    partNumber: { type: 'string', required: true },
    purchased: { type: 'number', required: true },
    assigned: { type: 'number', required: true },
    suspended: { type: 'number', required: true },
    warning: { type: 'number', required: true },
  },
  indexes: {
    ofCompany: {
      pk: ofCompany,
      sk: { field: 'sk', composite: ['key'], template: 'ml#${key}', casing: 'none' },
    },
  },
});

/** One order of a SKU, with the day of its next change. */
export const OrderEntity = new Entity({
  model: { entity: 'm365-order', version: '1', service: 'app' },
  attributes: {
    ...owner,
    skuId: { type: 'string', required: true },
    seats: { type: 'number', required: true },
    trial: { type: 'boolean', required: true },
    status: { type: 'string', required: true },
    nextChange: { type: 'string' },
  },
  indexes: {
    ofCompany: {
      pk: ofCompany,
      sk: { field: 'sk', composite: ['key'], template: 'mo#${key}', casing: 'none' },
    },
  },
});

/** An account. Only what the list of users shows: fifty of them cost three read units. */
export const UserEntity = new Entity({
  model: { entity: 'm365-user', version: '1', service: 'app' },
  attributes: {
    ...owner,
    name: { type: 'string', required: true },
    /** Sort form of the name, see `sortOf`. */
    sort: { type: 'string', required: true },
    upn: { type: 'string', required: true },
    mail: { type: 'string' },
    title: { type: 'string' },
    department: { type: 'string' },
    office: { type: 'string' },
    employer: { type: 'string' },
    kind: { type: ['member', 'guest'] as const, required: true },
    status: { type: ['enabled', 'disabled'] as const, required: true },
    skus: { type: CustomAttributeType<string[]>('any'), required: true },
    created: { type: 'string' },
    lastSeen: { type: 'string' },
    /** Sign-ins could be read; an absent day then means never. */
    seen: { type: 'boolean' },
    mfa: { type: CustomAttributeType<SecondFactor>('string') },
  },
  indexes: {
    ofCompany: {
      pk: ofCompany,
      sk: { field: 'sk', composite: ['key'], template: 'mu#${key}', casing: 'none' },
    },
    /** A company's accounts by name, enabled ones first. */
    byStatus: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['mspId', 'companyId'],
        template: 't#${mspId}#c#${companyId}#mu',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', composite: ['status', 'sort'], template: '${status}#${sort}', casing: 'none' },
    },
  },
});
export type UserRow = EntityItem<typeof UserEntity>;

/** The form under which accounts of one name prefix stand together in lists. */
export const sortOf = (name: string): string => nameKey(name).slice(0, 24);

/** Who holds a directory role. */
export const RoleHolderEntity = new Entity({
  model: { entity: 'm365-role-holder', version: '1', service: 'app' },
  attributes: {
    ...owner,
    role: { type: 'string', required: true },
    name: { type: 'string', required: true },
    application: { type: 'boolean', required: true },
  },
  indexes: {
    ofCompany: {
      pk: ofCompany,
      sk: { field: 'sk', composite: ['key'], template: 'mr#${key}', casing: 'none' },
    },
  },
});
