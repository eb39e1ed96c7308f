import { CustomAttributeType, Entity } from 'electrodb';
import { withDetail } from '../detail.ts';
import { recordAttributes, STAMPS } from '../record.ts';

/**
 * An entity with all that a key can do: ids, a number, a name that may hold the separator, an index that may be absent. A
 * day, defaults that most rows have, and a detail that no index holds.
 */
const VisitRow = new Entity({
  model: { entity: 'visit', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    visitId: { type: 'string', required: true },
    rank: { type: 'number', required: true },
    status: { type: ['open', 'over'] as const, required: true },
    nameKey: { type: 'string', required: true },
    /** `nobody` keeps the index sparse. */
    assigneeId: { type: 'string', required: true },
    note: { type: 'string', field: 'n' },
    day: { type: 'string' },
    mood: { type: 'string', required: true, default: 'calm' },
    marks: { type: CustomAttributeType<Record<string, string>>('any'), required: true, default: () => ({}) },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['visitId'], template: 'vi#${visitId}', casing: 'none' },
    },
    inCompany: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['mspId'], template: 't#${mspId}#vi', casing: 'none' },
      sk: {
        field: 'gsi1sk',
        composite: ['status', 'rank', 'nameKey', 'visitId'],
        template: '${status}#${rank}#${nameKey}#${visitId}',
        casing: 'none',
      },
    },
    ofPerson: {
      index: 'gsi3',
      condition: ({ assigneeId }: { assigneeId?: string }) => assigneeId !== 'nobody',
      pk: {
        field: 'gsi3pk',
        composite: ['mspId', 'assigneeId'],
        template: 't#${mspId}#u#${assigneeId}',
        casing: 'none',
      },
      sk: { field: 'gsi3sk', composite: ['visitId'], template: '${visitId}', casing: 'none' },
    },
  },
});

export const Visit = withDetail(VisitRow, [...STAMPS, 'nameKey', 'note', 'marks']);

/** An entity whose attributes would lie under one name. */
export const Clash = new Entity({
  model: { entity: 'clash', version: '1', service: 'app' },
  attributes: { mspId: { type: 'string', required: true }, source: { type: 'string' }, src: { type: 'string' } },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId'], template: 't#${mspId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'x', casing: 'none' },
    },
  },
});
