import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ExportList, ExportStatus } from '../../shared/exports/export.ts';
import type { VisibleCompanies } from '../../shared/identity/membership.ts';
import type { Stored } from '../_kit/clients/files.ts';
import { recordAttributes } from '../_kit/record.ts';

/** An export of a list, with how far its writing has come: the parts stored, and the place to go on from. */
export const ExportEntity = new Entity({
  model: { entity: 'export', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    userId: { type: 'string', required: true },
    exportId: { type: 'string', required: true },
    list: { type: CustomAttributeType<ExportList>('string'), required: true },
    companyId: { type: 'string' },
    filter: { type: CustomAttributeType<Record<string, unknown>>('any'), required: true },
    status: { type: CustomAttributeType<ExportStatus>('string'), required: true },
    attempt: { type: 'number', required: true },
    rows: { type: 'number', required: true },
    parts: { type: CustomAttributeType<Stored[]>('any'), required: true },
    /** The most parts that ever stood there, for whoever clears them. */
    reach: { type: 'number', required: true },
    cursor: { type: 'string' },
    /** Clients that its reader saw while it was written: whoever no longer sees them all is not handed the file. */
    companies: { type: CustomAttributeType<VisibleCompanies>('any') },
    /** Set once the last row is written. */
    whole: { type: 'boolean', required: true },
    bytes: { type: 'number' },
    fileName: { type: 'string' },
    failure: { type: 'string' },
    finishedAt: { type: 'string' },
    expiresAt: { type: 'string', required: true },
  },
  indexes: {
    ofPerson: {
      pk: { field: 'pk', composite: ['mspId', 'userId'], template: 't#${mspId}#ex#${userId}', casing: 'none' },
      sk: { field: 'sk', composite: ['exportId'], template: '${exportId}', casing: 'none' },
    },
    /** All of the MSP's, for the clock that restarts and clears them: a few for each person. */
    inMsp: {
      index: 'gsi2',
      pk: { field: 'gsi2pk', composite: ['mspId'], template: 't#${mspId}#exa', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['exportId'], template: '${exportId}', casing: 'none' },
    },
  },
});
export type ExportRow = EntityItem<typeof ExportEntity>;
