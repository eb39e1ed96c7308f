import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { LinkRole, RecordType } from '../../shared/kernel/link.ts';

/** A typed reference between two records of a company, found from both ends. */
export const LinkEntity = new Entity({
  model: { entity: 'link', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    fromType: { type: CustomAttributeType<RecordType>('string'), required: true },
    fromId: { type: 'string', required: true },
    toType: { type: CustomAttributeType<RecordType>('string'), required: true },
    toId: { type: 'string', required: true },
    role: { type: CustomAttributeType<LinkRole>('string'), required: true },
    createdAt: { type: 'string', required: true },
  },
  indexes: {
    from: {
      pk: {
        field: 'pk',
        composite: ['mspId', 'companyId', 'fromType', 'fromId'],
        template: 't#${mspId}#c#${companyId}#ln#${fromType}#${fromId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['toType', 'toId', 'role'], template: '${toType}#${toId}#${role}', casing: 'none' },
    },
    whereUsed: {
      index: 'gsi4',
      pk: {
        field: 'gsi4pk',
        composite: ['mspId', 'toType', 'toId'],
        template: 't#${mspId}#r#${toType}#${toId}',
        casing: 'none',
      },
      sk: {
        field: 'gsi4sk',
        composite: ['fromType', 'fromId', 'role'],
        template: '${fromType}#${fromId}#${role}',
        casing: 'none',
      },
    },
  },
});

export type LinkRow = EntityItem<typeof LinkEntity>;
