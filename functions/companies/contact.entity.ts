import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ContactRole } from '../../shared/companies/contact.ts';
import { recordAttributes } from '../_kit/record.ts';

export const ContactEntity = new Entity({
  model: { entity: 'contact', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    contactId: { type: 'string', required: true },
    name: { type: 'string', required: true },
    nameKey: { type: 'string', required: true },
    email: { type: 'string' },
    phone: { type: 'string', required: true },
    title: { type: 'string', required: true },
    roles: { type: CustomAttributeType<ContactRole[]>('any'), required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['contactId'], template: 'ct#${contactId}', casing: 'none' },
    },
    /** The company's people by name. */
    inCompany: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['mspId', 'companyId'],
        template: 't#${mspId}#c#${companyId}#ct',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', composite: ['nameKey', 'contactId'], template: '${nameKey}#${contactId}', casing: 'none' },
    },
  },
});

export type ContactRow = EntityItem<typeof ContactEntity>;
