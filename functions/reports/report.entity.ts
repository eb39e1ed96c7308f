import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { Period, Report, ReportStatus, Section, StoredFile } from '../../shared/reports/report.ts';
import { isUnderWay } from '../../shared/reports/stuck.ts';
import { recordAttributes } from '../_kit/record.ts';

export const ReportEntity = new Entity({
  model: { entity: 'report', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    reportId: { type: 'string', required: true },
    title: { type: 'string', required: true },
    period: { type: CustomAttributeType<Period>('any'), required: true },
    sections: { type: CustomAttributeType<Section[]>('any'), required: true },
    status: { type: CustomAttributeType<ReportStatus>('string'), required: true },
    attempt: { type: 'number', required: true },
    requestedBy: { type: 'string', required: true },
    failure: { type: 'string' },
    snapshot: { type: CustomAttributeType<StoredFile>('any') },
    frozenAt: { type: 'string' },
    pdf: { type: CustomAttributeType<NonNullable<Report['pdf']>>('any') },
    finishedAt: { type: 'string' },
    publishedAt: { type: 'string' },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['reportId'], template: 'rp#${reportId}', casing: 'none' },
    },
    /** The MSP's reports that are being made: a handful, however many are finished. */
    underWay: {
      index: 'gsi2',
      condition: ({ status }: { status?: ReportStatus }) => status !== undefined && isUnderWay({ status }),
      pk: { field: 'gsi2pk', composite: ['mspId'], template: 't#${mspId}#rpw', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['reportId'], template: '${reportId}', casing: 'none' },
    },
  },
});
export type ReportRow = EntityItem<typeof ReportEntity>;

/**
 * The mail that tells who asked that the report is ready. `sending` is claimed before the mail is handed over; an outcome that
 * nobody knows stays `unclear` and is not tried again.
 */
export const ReportMailEntity = new Entity({
  model: { entity: 'report-mail', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    reportId: { type: 'string', required: true },
    v: { type: 'number', required: true },
    state: { type: ['planned', 'sending', 'sent', 'failed', 'unclear'] as const, required: true },
  },
  indexes: {
    ofReport: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['reportId'], template: 'rm#${reportId}', casing: 'none' },
    },
  },
});
export type ReportMailRow = EntityItem<typeof ReportMailEntity>;
