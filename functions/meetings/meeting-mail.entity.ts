import { Entity, type EntityItem } from 'electrodb';
import { mailAttributes } from '../_kit/planned-mail.ts';

/** A mail to one participant. What it says is read when it is sent; minutes are frozen by then. */
export const MeetingMailEntity = new Entity({
  model: { entity: 'meeting-mail', version: '1', service: 'app' },
  attributes: {
    ...mailAttributes,
    companyId: { type: 'string', required: true },
    meetingId: { type: 'string', required: true },
    mailId: { type: 'string', required: true },
    /** A change goes to those who have the invitation already. */
    kind: { type: ['invitation', 'change', 'cancellation', 'minutes'] as const, required: true },
    name: { type: 'string', required: true },
    email: { type: 'string', required: true },
    /** Of all but minutes: the calendar entry's revision, and when it was meant to be then. */
    sequence: { type: 'number', required: true },
    startsAt: { type: 'string', required: true },
    durationMinutes: { type: 'number', required: true },
    place: { type: 'string', required: true },
  },
  indexes: {
    ofMeeting: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['meetingId', 'mailId'], template: 'mi#${meetingId}#${mailId}', casing: 'none' },
    },
  },
});
export type MeetingMailRow = EntityItem<typeof MeetingMailEntity>;
