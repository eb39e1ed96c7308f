import { CustomAttributeType, Entity } from 'electrodb';
import type { RecordType } from '../../shared/kernel/link.ts';
import type { Activity } from '../../shared/platform/activity.ts';

/** One thing that happened to one record; written with it, never changed. */
export const ActivityEntity = new Entity({
  model: { entity: 'activity', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    recordType: { type: CustomAttributeType<RecordType>('string'), required: true },
    recordId: { type: 'string', required: true },
    activityId: { type: 'string', required: true },
    at: { type: 'string', required: true },
    actorId: { type: 'string', required: true },
    verb: { type: CustomAttributeType<Activity['verb']>('string'), required: true },
    about: { type: CustomAttributeType<string[]>('any'), required: true },
    note: { type: 'string' },
  },
  indexes: {
    ofRecord: {
      pk: {
        field: 'pk',
        composite: ['mspId', 'companyId', 'recordType', 'recordId'],
        template: 't#${mspId}#c#${companyId}#ac#${recordType}#${recordId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['activityId'], template: '${activityId}', casing: 'none' },
    },
  },
});
