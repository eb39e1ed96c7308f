import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import { recordAttributes } from '../_kit/record.ts';

/** The place of an invitation to the staff; an invitation to a portal has the company's id. */
export const STAFF_PLACE = 'staff';

export const InvitationEntity = new Entity({
  model: { entity: 'invitation', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    invitationId: { type: 'string', required: true },
    place: { type: 'string', required: true },
    kind: { type: ['staff', 'client'] as const, required: true },
    email: { type: 'string', required: true },
    role: { type: 'string', required: true },
    companies: { type: CustomAttributeType<'all' | string[]>('any') },
    companyId: { type: 'string' },
    contactId: { type: 'string' },
    status: { type: ['pending', 'used', 'revoked'] as const, required: true },
    expiresAt: { type: 'string', required: true },
    /** SHA-256 of the one link that works. */
    tokenHash: { type: 'string', required: true },
    mailId: { type: 'string', required: true },
    askedAgainAt: { type: 'string' },
    acceptedBy: { type: 'string' },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId'], template: 't#${mspId}#iv', casing: 'none' },
      sk: { field: 'sk', composite: ['invitationId'], template: '${invitationId}', casing: 'none' },
    },
    /** Invitations to the staff or to one company, by age. */
    inPlace: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['mspId', 'place'], template: 't#${mspId}#iv#${place}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['invitationId'], template: '${invitationId}', casing: 'none' },
    },
  },
});

export type InvitationRow = EntityItem<typeof InvitationEntity>;
