import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { LifecyclePolicies } from '../../shared/devices/lifecycle-policy.ts';
import { recordAttributes } from '../_kit/record.ts';

/** Stands for the MSP in the key of its own policies. */
export const WHOLE_MSP = 'msp';

/** Lifecycle policies that differ from the defaults: the MSP's (`owner` is `msp`) and each company's own, side by side. */
export const PolicyEntity = new Entity({
  model: { entity: 'device-policies', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    owner: { type: 'string', required: true },
    currency: { type: 'string' },
    policies: { type: CustomAttributeType<Partial<LifecyclePolicies>>('any'), required: true },
  },
  indexes: {
    ofMsp: {
      pk: { field: 'pk', composite: ['mspId'], template: 't#${mspId}#dp', casing: 'none' },
      sk: { field: 'sk', composite: ['owner'], template: 'dp#${owner}', casing: 'none' },
    },
  },
});
export type PolicyRow = EntityItem<typeof PolicyEntity>;
