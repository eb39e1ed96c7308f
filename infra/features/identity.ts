import { mailPlanned } from '../../events/identity.ts';
import { identityApi } from '../../shared/identity/identity.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const identity: FeatureSpec = {
  api: identityApi,
  // A whole virtual CPU, which Lambda gives from 1,769 MB on: one argon2id hash then takes some 30 ms.
  apiFunction: { memory: 1_769 },
  data: 'identity',
  on: { 'mail-planned': { fact: mailPlanned, mail: true } },
};
