import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { KeyScope } from '../../shared/kernel/permissions.ts';
import { recordAttributes } from '../_kit/record.ts';

/**
 * An API key as its MSP sees it. What answers to its secret stands in `vault` (`KeySecretEntity`), written with it in one
 * commit; here are the hashes alone, by which it is found again.
 */
export const ApiKeyEntity = new Entity({
  model: { entity: 'key', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    keyId: { type: 'string', required: true },
    name: { type: 'string', required: true },
    scopes: { type: CustomAttributeType<KeyScope[]>('any'), required: true },
    companies: { type: CustomAttributeType<'all' | string[]>('any'), required: true },
    makerId: { type: 'string', required: true },
    prefix: { type: 'string', required: true },
    last4: { type: 'string', required: true },
    secretHash: { type: 'string', required: true },
    /** The secret before the last renewal, while it still works. */
    oldHash: { type: 'string' },
    oldUntil: { type: 'string' },
    expiresAt: { type: 'string' },
    revokedAt: { type: 'string' },
    revokedBy: { type: 'string' },
    revokedFor: { type: ['hand', 'maker'] as const },
  },
  indexes: {
    inMsp: {
      pk: { field: 'pk', composite: ['mspId'], template: 't#${mspId}#ak', casing: 'none' },
      sk: { field: 'sk', composite: ['keyId'], template: '${keyId}', casing: 'none' },
    },
  },
});
export type ApiKeyRow = EntityItem<typeof ApiKeyEntity>;
