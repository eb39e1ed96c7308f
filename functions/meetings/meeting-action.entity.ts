import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActionStatus, MeetingAction } from '../../shared/meetings/action.ts';
import { recordAttributes } from '../_kit/record.ts';

export const MeetingActionEntity = new Entity({
  model: { entity: 'meeting-action', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    meetingId: { type: 'string', required: true },
    meetingActionId: { type: 'string', required: true },
    agendaItemId: { type: 'string' },
    text: { type: 'string', required: true },
    owner: { type: CustomAttributeType<NonNullable<MeetingAction['owner']>>('any') },
    dueDate: { type: 'string' },
    status: { type: CustomAttributeType<ActionStatus>('string'), required: true },
    closedAt: { type: 'string' },
    plannerItemId: { type: 'string' },
    /** Which half of the list it stands in, and its place there: what is due first, without a date last. */
    shelf: { type: ['open', 'closed'] as const, required: true },
    due: { type: 'string', required: true },
  },
  indexes: {
    /** What was promised in one meeting. */
    ofMeeting: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: {
        field: 'sk',
        composite: ['meetingId', 'meetingActionId'],
        template: 'ma#${meetingId}#${meetingActionId}',
        casing: 'none',
      },
    },
    /** What one client and its MSP owe each other, by day. */
    inCompany: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['mspId', 'companyId'],
        template: 't#${mspId}#c#${companyId}#ma',
        casing: 'none',
      },
      sk: {
        field: 'gsi1sk',
        composite: ['shelf', 'due', 'meetingActionId'],
        template: '${shelf}#${due}#${meetingActionId}',
        casing: 'none',
      },
    },
  },
});
export type MeetingActionRow = EntityItem<typeof MeetingActionEntity>;
