import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { Frozen, Made, Period, Report, ReportStatus, SectionId } from '../../shared/reports/report.ts';
import { isUnderWay } from '../../shared/reports/stuck.ts';
import { mailAttributes } from '../_kit/planned-mail.ts';
import { recordAttributes } from '../_kit/record.ts';

export const ReportEntity = new Entity({
  model: { entity: 'report', version: '2', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    reportId: { type: 'string', required: true },
    title: { type: 'string', required: true },
    note: { type: 'string', required: true },
    period: { type: CustomAttributeType<Period>('any'), required: true },
    sections: { type: CustomAttributeType<SectionId[]>('any'), required: true },
    status: { type: CustomAttributeType<ReportStatus>('string'), required: true },
    attempt: { type: 'number', required: true },
    requestedBy: { type: 'string', required: true },
    failure: { type: 'string' },
    frozen: { type: CustomAttributeType<Frozen>('any') },
    made: { type: CustomAttributeType<Made>('any') },
    sealedAt: { type: 'string' },
    sealedBy: { type: 'string' },
    publishedAt: { type: 'string' },
    scheduled: { type: CustomAttributeType<NonNullable<Report['scheduled']>>('any') },
    review: { type: CustomAttributeType<NonNullable<Report['review']>>('string') },
    waitsFrom: { type: 'string' },
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
    /** The MSP's reports that wait for a person to send them. */
    inReview: {
      index: 'gsi3',
      condition: ({ review }: { review?: Report['review'] }) => review === 'waiting',
      pk: { field: 'gsi3pk', composite: ['mspId'], template: 't#${mspId}#rpr', casing: 'none' },
      sk: { field: 'gsi3sk', composite: ['reportId'], template: '${reportId}', casing: 'none' },
    },
  },
});
export type ReportRow = EntityItem<typeof ReportEntity>;

/**
 * A mail about a report: `ready`, `review` and `incomplete` (it went out, but not to everybody chosen) to staff, `sent` to
 * somebody at the client. `sending` is claimed before the mail is handed over; an outcome that nobody knows stays `unclear`
 * and is not tried again.
 */
export const ReportMailEntity = new Entity({
  model: { entity: 'report-mail', version: '2', service: 'app' },
  attributes: {
    ...mailAttributes,
    companyId: { type: 'string', required: true },
    reportId: { type: 'string', required: true },
    mailId: { type: 'string', required: true },
    purpose: { type: ['ready', 'review', 'incomplete', 'sent'] as const, required: true },
    to: { type: 'string', required: true },
    name: { type: 'string', required: true },
    plannedAt: { type: 'string', required: true },
  },
  indexes: {
    ofReport: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['reportId', 'mailId'], template: 'rm#${reportId}#${mailId}', casing: 'none' },
    },
  },
});
export type ReportMailRow = EntityItem<typeof ReportMailEntity>;
