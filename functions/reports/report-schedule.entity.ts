import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { Recipient } from '../../shared/reports/recipient.ts';
import type { SectionId } from '../../shared/reports/report.ts';
import type { ReportSchedule } from '../../shared/reports/schedule.ts';
import { recordAttributes } from '../_kit/record.ts';

/** When one client's reports are made. The day moves on in the commit that asks for the report: each day counts once. */
export const ReportScheduleEntity = new Entity({
  model: { entity: 'report-schedule', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    rule: { type: CustomAttributeType<ReportSchedule['rule']>('any'), required: true },
    recipients: { type: CustomAttributeType<Recipient[]>('any'), required: true },
    review: { type: 'boolean', required: true },
    nextDate: { type: 'string', required: true },
    latest: { type: CustomAttributeType<NonNullable<ReportSchedule['latest']>>('any') },
  },
  indexes: {
    ofCompany: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'rps', casing: 'none' },
    },
    /** All clients' schedules, those due first at the top. */
    inMsp: {
      index: 'gsi2',
      pk: { field: 'gsi2pk', composite: ['mspId'], template: 't#${mspId}#rps', casing: 'none' },
      sk: {
        field: 'gsi2sk',
        composite: ['nextDate', 'companyId'],
        template: '${nextDate}#${companyId}',
        casing: 'none',
      },
    },
  },
});
export type ReportScheduleRow = EntityItem<typeof ReportScheduleEntity>;

/** The order of sections that an MSP keeps for its new reports. */
export const ArrangementEntity = new Entity({
  model: { entity: 'report-arrangement', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    sections: { type: CustomAttributeType<SectionId[]>('any'), required: true },
  },
  indexes: {
    ofMsp: {
      pk: { field: 'pk', composite: ['mspId'], template: 't#${mspId}#msp', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'rpa', casing: 'none' },
    },
  },
});
