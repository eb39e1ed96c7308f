import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ListId } from '../../shared/views/lists.ts';
import type { Density, ViewParams } from '../../shared/views/view.ts';
import { recordAttributes } from '../_kit/record.ts';

/** A view of a list. It stands on a shelf: a person's own, or the one of the team. */
export const ViewEntity = new Entity({
  model: { entity: 'view', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    /** The person's id, or `team`. */
    shelf: { type: 'string', required: true },
    viewId: { type: 'string', required: true },
    list: { type: CustomAttributeType<ListId>('string'), required: true },
    name: { type: 'string', required: true },
    params: { type: CustomAttributeType<ViewParams>('any'), required: true },
  },
  indexes: {
    onShelf: {
      pk: { field: 'pk', composite: ['mspId', 'shelf'], template: 't#${mspId}#vw#${shelf}', casing: 'none' },
      sk: { field: 'sk', composite: ['viewId'], template: '${viewId}', casing: 'none' },
    },
  },
});
export type ViewRow = EntityItem<typeof ViewEntity>;

/** How a person has a list when no view says otherwise. */
export const HabitEntity = new Entity({
  model: { entity: 'habit', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    userId: { type: 'string', required: true },
    list: { type: CustomAttributeType<ListId>('string'), required: true },
    cols: { type: 'string' },
    density: { type: CustomAttributeType<Density>('string') },
    viewId: { type: 'string' },
  },
  indexes: {
    ofPerson: {
      pk: { field: 'pk', composite: ['mspId', 'userId'], template: 't#${mspId}#vh#${userId}', casing: 'none' },
      sk: { field: 'sk', composite: ['list'], template: '${list}', casing: 'none' },
    },
  },
});
export type HabitRow = EntityItem<typeof HabitEntity>;
