import { CustomAttributeType, Entity } from 'electrodb';
import type { Actor } from '../../shared/kernel/actor.ts';

/**
 * A session in `vault`, found by the hash of its token and never by the token itself. It carries the actor it stands
 * for, so that a request costs one GetItem. `half` until the second factor is given: no data route takes it.
 */
export const SessionEntity = new Entity({
  model: { entity: 'session', version: '1', service: 'vault' },
  attributes: {
    tokenHash: { type: 'string', required: true },
    /** Names the session in lists, audit and revocation; says nothing about the token. */
    sessionId: { type: 'string', required: true },
    personId: { type: 'string', required: true },
    v: { type: 'number', required: true },
    state: { type: ['half', 'full'] as const, required: true },
    actor: { type: CustomAttributeType<Actor>('any'), required: true },
    cursorKey: { type: 'string', required: true },
    createdAt: { type: 'string', required: true },
    /** Absolute end. */
    expiresAt: { type: 'string', required: true },
    /** End when nothing is done; moved on by use. */
    idleUntil: { type: 'string', required: true },
    /** When the second factor was last given. */
    mfaAt: { type: 'string' },
    /** When the person last proved who they are, by signing in or by a step-up. */
    confirmedAt: { type: 'string', required: true },
    userAgent: { type: 'string' },
    ip: { type: 'string' },
    ttl: { type: 'number', required: true },
  },
  indexes: {
    byToken: {
      pk: { field: 'pk', composite: ['tokenHash'], template: 's#${tokenHash}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 's', casing: 'none' },
    },
  },
});
