import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { CarrierType } from '../../shared/kernel/carrier.ts';
import { recordAttributes } from '../_kit/record.ts';

/** A comment stands in a partition of its record, so that a lively one costs its record and its company nothing. */
export const CommentEntity = new Entity({
  model: { entity: 'comment', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    recordType: { type: CustomAttributeType<CarrierType>('string'), required: true },
    recordId: { type: 'string', required: true },
    commentId: { type: 'string', required: true },
    text: { type: 'string', required: true },
    mentions: { type: 'list', items: { type: 'string' }, required: true },
    editedAt: { type: 'string' },
  },
  indexes: {
    aboutRecord: {
      pk: {
        field: 'pk',
        composite: ['mspId', 'companyId', 'recordType', 'recordId'],
        template: 't#${mspId}#c#${companyId}#cm#${recordType}#${recordId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['commentId'], template: '${commentId}', casing: 'none' },
    },
  },
});
export type CommentRow = EntityItem<typeof CommentEntity>;
