import { Entity, type EntityItem } from 'electrodb';

/**
 * Moves with each word and action while a meeting is written up. Closing it is conditioned on this row, so that the minutes
 * that stand say all that was taken down, without a new version of the meeting for each word.
 */
export const MeetingWordsEntity = new Entity({
  model: { entity: 'meeting-words', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    meetingId: { type: 'string', required: true },
    v: { type: 'number', required: true },
  },
  indexes: {
    ofMeeting: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['meetingId'], template: 'mv#${meetingId}', casing: 'none' },
    },
  },
});
export type MeetingWordsRow = EntityItem<typeof MeetingWordsEntity>;
