import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ConnectionTest } from '../../shared/integrations/integration.ts';
import type { Trouble } from '../../shared/integrations/trouble.ts';
import { VENDOR_IDS } from '../../shared/integrations/vendor.ts';
import { recordAttributes } from '../_kit/record.ts';

/** A connection to a vendor. The credential itself is in `vault`; here stands only that there is one, and its end. */
export const IntegrationEntity = new Entity({
  model: { entity: 'integration', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    integrationId: { type: 'string', required: true },
    vendor: { type: VENDOR_IDS, required: true },
    name: { type: 'string', required: true },
    clientId: { type: 'string', required: true },
    homeTenant: { type: 'string' },
    everyHours: { type: 'number', required: true },
    apiUrl: { type: 'string' },
    loginUrl: { type: 'string' },
    state: { type: ['new', 'connected', 'degraded', 'failed', 'paused', 'leaving'] as const, required: true },
    secret: {
      type: CustomAttributeType<{ configured: boolean; last4: string; setAt: string }>('any'),
      required: true,
    },
    trouble: { type: CustomAttributeType<Trouble>('any') },
    test: { type: CustomAttributeType<ConnectionTest>('any') },
    organisations: { type: 'number', required: true },
    mapped: { type: 'number', required: true },
    runId: { type: 'string' },
    lastSyncedAt: { type: 'string' },
    nextSyncAt: { type: 'string' },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId'], template: 't#${mspId}#msp', casing: 'none' },
      sk: { field: 'sk', composite: ['integrationId'], template: 'in#${integrationId}', casing: 'none' },
    },
    /** The MSP's integrations, oldest first. */
    inMsp: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['mspId'], template: 't#${mspId}#ins', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['integrationId'], template: '${integrationId}', casing: 'none' },
    },
  },
});

export type IntegrationRow = EntityItem<typeof IntegrationEntity>;
