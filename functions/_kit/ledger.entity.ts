import { CustomAttributeType, Entity } from 'electrodb';
import type { Change } from './operations.ts';

/**
 * The rows that a commit writes beside the change itself: facts to publish, the audit trail, events handled, answers
 * given. They are no records of the product: no version, never changed, gone by their `ttl` but for the audit.
 */
const service = 'app';

/** A fact on its way out. `platform/publish` puts it on the bus and deletes it. */
export const OutboxEntity = new Entity({
  model: { entity: 'outbox', version: '1', service },
  attributes: {
    mspId: { type: 'string', required: true },
    shard: { type: 'number', required: true },
    eventId: { type: 'string', required: true },
    /** What the stream's filter asks for. */
    entity: { type: ['outbox'] as const, required: true },
    name: { type: 'string', required: true },
    version: { type: 'number', required: true },
    detail: { type: CustomAttributeType<Record<string, unknown>>('any'), required: true },
    at: { type: 'string', required: true },
    actorId: { type: 'string', required: true },
    causes: { type: 'list', items: { type: 'string' }, required: true },
    ttl: { type: 'number', required: true },
  },
  indexes: {
    waiting: {
      pk: { field: 'pk', composite: ['mspId', 'shard'], template: 't#${mspId}#ob#${shard}', casing: 'none' },
      sk: { field: 'sk', composite: ['eventId'], template: '${eventId}', casing: 'none' },
    },
  },
});

/** Who did what when, one row for each commit and company. Append-only: no role may change or delete it. */
export const AuditEntity = new Entity({
  model: { entity: 'audit', version: '1', service },
  attributes: {
    mspId: { type: 'string', required: true },
    day: { type: 'string', required: true },
    auditId: { type: 'string', required: true },
    /** The company concerned, or the MSP's own settings: `msp`. */
    companyId: { type: 'string', required: true },
    at: { type: 'string', required: true },
    actorId: { type: 'string', required: true },
    actorKind: { type: ['staff', 'client', 'system', 'anonymous'] as const, required: true },
    sessionId: { type: 'string' },
    /** The API key that spoke for the actor. */
    keyId: { type: 'string' },
    operation: { type: 'string', required: true },
    requestId: { type: 'string', required: true },
    ip: { type: 'string' },
    causes: { type: 'list', items: { type: 'string' } },
    changes: { type: CustomAttributeType<Change[]>('any'), required: true },
  },
  indexes: {
    byDay: {
      pk: { field: 'pk', composite: ['mspId', 'day'], template: 't#${mspId}#au#${day}', casing: 'none' },
      sk: { field: 'sk', composite: ['auditId'], template: '${auditId}', casing: 'none' },
    },
    inCompany: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['mspId', 'companyId'],
        template: 't#${mspId}#c#${companyId}#au',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', composite: ['auditId'], template: '${auditId}', casing: 'none' },
    },
  },
});

/** A subscriber has handled an event: written with the effect, so the effect happens once. */
export const InboxEntity = new Entity({
  model: { entity: 'inbox', version: '1', service },
  attributes: {
    mspId: { type: 'string', required: true },
    subscriber: { type: 'string', required: true },
    eventId: { type: 'string', required: true },
    ttl: { type: 'number', required: true },
  },
  indexes: {
    handled: {
      pk: { field: 'pk', composite: ['mspId', 'subscriber'], template: 't#${mspId}#ib#${subscriber}', casing: 'none' },
      sk: { field: 'sk', composite: ['eventId'], template: '${eventId}', casing: 'none' },
    },
  },
});

/** The answer given under an `Idempotency-Key`: a repeated request gets it again and changes nothing. */
export const IdempotencyEntity = new Entity({
  model: { entity: 'idempotency', version: '1', service },
  attributes: {
    mspId: { type: 'string', required: true },
    userId: { type: 'string', required: true },
    key: { type: 'string', required: true },
    requestHash: { type: 'string', required: true },
    answer: { type: 'string' },
    ttl: { type: 'number', required: true },
  },
  indexes: {
    answered: {
      pk: { field: 'pk', composite: ['mspId', 'userId'], template: 't#${mspId}#ik#${userId}', casing: 'none' },
      sk: { field: 'sk', composite: ['key'], template: '${key}', casing: 'none' },
    },
  },
});
