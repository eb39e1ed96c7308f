import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { MeetingMore, MeetingStatus, MeetingType, Repeat } from '../../shared/meetings/meeting.ts';
import { recordAttributes } from '../_kit/record.ts';

/** What lists show of a meeting. */
export const MeetingEntity = new Entity({
  model: { entity: 'meeting', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    meetingId: { type: 'string', required: true },
    title: { type: 'string', required: true },
    type: { type: CustomAttributeType<MeetingType>('string'), required: true },
    status: { type: CustomAttributeType<MeetingStatus>('string'), required: true },
    startsAt: { type: 'string', required: true },
    durationMinutes: { type: 'number', required: true },
    timeZone: { type: 'string', required: true },
    hostId: { type: 'string', required: true },
    repeat: { type: CustomAttributeType<Repeat>('string') },
    itemCount: { type: 'number', required: true },
    plannedMinutes: { type: 'number', required: true },
    people: { type: 'number', required: true },
    /** Which of the lists it stands in. */
    phase: { type: ['ahead', 'over'] as const, required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['meetingId'], template: 'me#${meetingId}', casing: 'none' },
    },
    /** One client's meetings by time. */
    inCompany: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['mspId', 'companyId'],
        template: 't#${mspId}#c#${companyId}#me',
        casing: 'none',
      },
      sk: {
        field: 'gsi1sk',
        composite: ['phase', 'startsAt', 'meetingId'],
        template: '${phase}#${startsAt}#${meetingId}',
        casing: 'none',
      },
    },
    /** The same over all clients. */
    inMsp: {
      index: 'gsi3',
      pk: { field: 'gsi3pk', composite: ['mspId'], template: 't#${mspId}#me', casing: 'none' },
      sk: {
        field: 'gsi3sk',
        composite: ['phase', 'startsAt', 'meetingId'],
        template: '${phase}#${startsAt}#${meetingId}',
        casing: 'none',
      },
    },
  },
});
export type MeetingRow = EntityItem<typeof MeetingEntity>;

/** What only the meeting's page shows. Its version is the row's. */
export const MeetingMoreEntity = new Entity({
  model: { entity: 'meeting-more', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    meetingId: { type: 'string', required: true },
    place: { type: 'string', required: true },
    preparation: { type: 'string', required: true },
    participants: { type: CustomAttributeType<MeetingMore['participants']>('any'), required: true },
    agenda: { type: CustomAttributeType<string[]>('any'), required: true },
    publishedAt: { type: 'string' },
    invitation: { type: 'number', required: true },
    startedAt: { type: 'string' },
    endedAt: { type: 'string' },
    closedAt: { type: 'string' },
    summary: { type: 'string', required: true },
    minutes: { type: CustomAttributeType<NonNullable<MeetingMore['minutes']>>('any') },
    previousMeetingId: { type: 'string' },
    nextMeetingId: { type: 'string' },
    cancelReason: { type: 'string' },
  },
  indexes: {
    ofMeeting: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['meetingId'], template: 'mw#${meetingId}', casing: 'none' },
    },
  },
});
export type MeetingMoreRow = EntityItem<typeof MeetingMoreEntity>;
