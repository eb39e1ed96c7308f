import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { MeetingType } from '../../shared/meetings/meeting.ts';
import type { TemplateItem } from '../../shared/meetings/meeting-template.ts';
import { recordAttributes } from '../_kit/record.ts';

/** An agenda of the MSP's own to start from. */
export const MeetingTemplateEntity = new Entity({
  model: { entity: 'meeting-template', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    meetingTemplateId: { type: 'string', required: true },
    name: { type: 'string', required: true },
    description: { type: 'string', required: true },
    type: { type: CustomAttributeType<MeetingType>('string'), required: true },
    durationMinutes: { type: 'number', required: true },
    items: { type: CustomAttributeType<TemplateItem[]>('any'), required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId'], template: 't#${mspId}#msp', casing: 'none' },
      sk: { field: 'sk', composite: ['meetingTemplateId'], template: 'mx#${meetingTemplateId}', casing: 'none' },
    },
  },
});
export type MeetingTemplateRow = EntityItem<typeof MeetingTemplateEntity>;
