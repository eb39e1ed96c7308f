import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { AgendaItem, Purpose, Said, Topic } from '../../shared/meetings/agenda.ts';
import type { Exhibit } from '../../shared/meetings/exhibit.ts';
import { recordAttributes } from '../_kit/record.ts';

export const AgendaItemEntity = new Entity({
  model: { entity: 'agenda-item', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    meetingId: { type: 'string', required: true },
    agendaItemId: { type: 'string', required: true },
    title: { type: 'string', required: true },
    minutes: { type: 'number', required: true },
    purpose: { type: CustomAttributeType<Purpose>('string'), required: true },
    visibility: { type: ['client', 'internal'] as const, required: true },
    standing: { type: 'boolean', required: true },
    presenterId: { type: 'string' },
    text: { type: 'string', required: true },
    note: { type: 'string', required: true },
    records: { type: CustomAttributeType<AgendaItem['records']>('any'), required: true },
    topic: { type: CustomAttributeType<Topic>('string') },
    exhibit: { type: CustomAttributeType<Exhibit>('any'), required: true },
    exhibitAt: { type: 'string', required: true },
    openSince: { type: CustomAttributeType<NonNullable<AgendaItem['openSince']>>('any') },
    said: { type: CustomAttributeType<Said>('any') },
    saidAt: { type: 'string' },
    spentSeconds: { type: 'number', required: true },
  },
  indexes: {
    /** Everything on one meeting's agenda. */
    ofMeeting: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: {
        field: 'sk',
        composite: ['meetingId', 'agendaItemId'],
        template: 'ag#${meetingId}#${agendaItemId}',
        casing: 'none',
      },
    },
  },
});
export type AgendaItemRow = EntityItem<typeof AgendaItemEntity>;
