import { Entity, type EntityItem } from 'electrodb';
import { recordAttributes } from '../_kit/record.ts';

/**
 * Which run may write for an integration. The fence rises with every taking, and the row's version with every renewal:
 * every commit of a sync checks the row, so a worker that lost it writes nothing more, whatever its clock says.
 */
export const LeaseEntity = new Entity({
  model: { entity: 'lease', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    integrationId: { type: 'string', required: true },
    /** The run that holds it; '' when nobody does. */
    runId: { type: 'string', required: true },
    fence: { type: 'number', required: true },
    until: { type: 'string', required: true },
  },
  indexes: {
    held: {
      pk: {
        field: 'pk',
        composite: ['mspId', 'integrationId'],
        template: 't#${mspId}#ls#${integrationId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'ls', casing: 'none' },
    },
  },
});

export type LeaseRow = EntityItem<typeof LeaseEntity>;
