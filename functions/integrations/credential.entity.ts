import { CustomAttributeType, Entity } from 'electrodb';
import type { Sealed } from '../_kit/envelope.ts';

/** A vendor credential in `vault`, sealed: written by the API, opened by sync steps and the connection test. */
export const CredentialEntity = new Entity({
  model: { entity: 'credential', version: '1', service: 'vault' },
  attributes: {
    mspId: { type: 'string', required: true },
    integrationId: { type: 'string', required: true },
    /** Raised with every new secret; part of what the secret is bound to. */
    keyVersion: { type: 'number', required: true },
    last4: { type: 'string', required: true },
    createdAt: { type: 'string', required: true },
    sealed: { type: CustomAttributeType<Sealed>('any'), required: true },
  },
  indexes: {
    ofIntegration: {
      pk: {
        field: 'pk',
        composite: ['mspId', 'integrationId'],
        template: 't#${mspId}#cr#${integrationId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'cr', casing: 'none' },
    },
  },
});
