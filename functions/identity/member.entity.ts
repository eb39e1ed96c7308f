import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { CompanyRole, StaffRole } from '../../shared/kernel/permissions.ts';
import { recordAttributes } from '../_kit/record.ts';

const personal = {
  ...recordAttributes,
  userId: { type: 'string', required: true },
  name: { type: 'string', required: true },
  /** Sort form of the name. */
  nameKey: { type: 'string', required: true },
  email: { type: 'string', required: true },
  status: { type: ['active', 'inactive'] as const, required: true },
} as const;

/** A person of the MSP, as its own people see them. The login's membership in `vault` says the same to sign-in. */
export const StaffEntity = new Entity({
  model: { entity: 'staff', version: '1', service: 'app' },
  attributes: {
    ...personal,
    role: { type: CustomAttributeType<StaffRole>('string'), required: true },
    companies: { type: CustomAttributeType<'all' | string[]>('any'), required: true },
    phone: { type: 'string', required: true },
    title: { type: 'string', required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId'], template: 't#${mspId}#msp', casing: 'none' },
      sk: { field: 'sk', composite: ['userId'], template: 'us#${userId}', casing: 'none' },
    },
    /** The MSP's staff by name. */
    inMsp: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['mspId'], template: 't#${mspId}#us', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['nameKey', 'userId'], template: '${nameKey}#${userId}', casing: 'none' },
    },
  },
});

/**
 * The name under which clients know a person of the MSP, who has left included: it stands beside the brand, where client users
 * may read, and says nothing else.
 */
export const StaffNameEntity = new Entity({
  model: { entity: 'staff-name', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    userId: { type: 'string', required: true },
    name: { type: 'string', required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId'], template: 't#${mspId}#brand', casing: 'none' },
      sk: { field: 'sk', composite: ['userId'], template: 'us#${userId}', casing: 'none' },
    },
  },
});

/** A person of a company who signs in to the portal. */
export const ClientUserEntity = new Entity({
  model: { entity: 'client-user', version: '1', service: 'app' },
  attributes: {
    ...personal,
    companyId: { type: 'string', required: true },
    role: { type: CustomAttributeType<CompanyRole>('string'), required: true },
    contactId: { type: 'string' },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['userId'], template: 'pu#${userId}', casing: 'none' },
    },
    /** The company's portal users by name. */
    inCompany: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['mspId', 'companyId'],
        template: 't#${mspId}#c#${companyId}#pu',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', composite: ['nameKey', 'userId'], template: '${nameKey}#${userId}', casing: 'none' },
    },
  },
});

export type StaffRow = EntityItem<typeof StaffEntity>;
export type ClientUserRow = EntityItem<typeof ClientUserEntity>;
