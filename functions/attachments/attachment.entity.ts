import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { AttachmentStatus } from '../../shared/attachments/attachment.ts';
import type { CarrierType } from '../../shared/kernel/carrier.ts';
import { recordAttributes } from '../_kit/record.ts';

/** A file attached to a record, in a partition of that record's files. */
export const AttachmentEntity = new Entity({
  model: { entity: 'attachment', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    recordType: { type: CustomAttributeType<CarrierType>('string'), required: true },
    recordId: { type: 'string', required: true },
    attachmentId: { type: 'string', required: true },
    name: { type: 'string', required: true },
    contentType: { type: 'string', required: true },
    bytes: { type: 'number', required: true },
    sha256: { type: 'string', required: true },
    status: { type: CustomAttributeType<AttachmentStatus>('string'), required: true },
    /** From when on the clock deletes the bytes and this row, unless it is ready. */
    clearAt: { type: 'string', required: true },
  },
  indexes: {
    ofRecord: {
      pk: {
        field: 'pk',
        composite: ['mspId', 'companyId', 'recordType', 'recordId'],
        template: 't#${mspId}#c#${companyId}#at#${recordType}#${recordId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['attachmentId'], template: '${attachmentId}', casing: 'none' },
    },
    /** What never arrived and what was removed, over all clients, by the time it is to be cleared. */
    toClear: {
      index: 'gsi2',
      condition: ({ status }: { status?: AttachmentStatus }) => status !== 'ready',
      pk: { field: 'gsi2pk', composite: ['mspId'], template: 't#${mspId}#atc', casing: 'none' },
      sk: {
        field: 'gsi2sk',
        composite: ['clearAt', 'attachmentId'],
        template: '${clearAt}#${attachmentId}',
        casing: 'none',
      },
    },
  },
});
export type AttachmentRow = EntityItem<typeof AttachmentEntity>;
