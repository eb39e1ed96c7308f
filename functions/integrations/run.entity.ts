import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { Counters } from '../../shared/integrations/counters.ts';
import type { Trouble } from '../../shared/integrations/trouble.ts';
import { recordAttributes } from '../_kit/record.ts';

const RUN_STATES = ['queued', 'running', 'waiting', 'done', 'partly', 'failed', 'superseded'] as const;
const PULL_STATES = ['queued', 'running', 'waiting', 'listed', 'done', 'held', 'failed', 'unavailable'] as const;

/** One sync of one integration, from request to end. */
export const RunEntity = new Entity({
  model: { entity: 'run', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    integrationId: { type: 'string', required: true },
    runId: { type: 'string', required: true },
    state: { type: RUN_STATES, required: true },
    trigger: { type: ['person', 'schedule', 'mapping'] as const, required: true },
    requestedAt: { type: 'string', required: true },
    startedAt: { type: 'string' },
    finishedAt: { type: 'string' },
    /** How often it was taken up again after its worker was lost. */
    attempt: { type: 'number', required: true },
    organisations: { type: 'number', required: true },
    counters: { type: CustomAttributeType<Counters>('any'), required: true },
    trouble: { type: CustomAttributeType<Trouble>('any') },
    ttl: { type: 'number', required: true },
  },
  indexes: {
    record: {
      pk: {
        field: 'pk',
        composite: ['mspId', 'integrationId'],
        template: 't#${mspId}#in#${integrationId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['runId'], template: 'run#${runId}', casing: 'none' },
    },
    /** Runs of an integration in time. */
    history: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['mspId', 'integrationId'],
        template: 't#${mspId}#in#${integrationId}#run',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', composite: ['requestedAt', 'runId'], template: '${requestedAt}#${runId}', casing: 'none' },
    },
  },
});

export type RunRow = EntityItem<typeof RunEntity>;

/** A run's pull of one data set of one organisation: where it stands and what it has counted. */
export const PullEntity = new Entity({
  model: { entity: 'pull', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    runId: { type: 'string', required: true },
    integrationId: { type: 'string', required: true },
    organisationId: { type: 'string', required: true },
    organisation: { type: 'string', required: true },
    externalId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    dataSet: { type: 'string', required: true },
    /** Place of the data set in the vendor's order. */
    order: { type: 'number', required: true },
    state: { type: PULL_STATES, required: true },
    /** Link to the next page, as the vendor gave it; absent before the first one. */
    next: { type: 'string' },
    /** Pages written. */
    pages: { type: 'number', required: true },
    /** The vendor sent only what changed since last time. */
    incremental: { type: 'boolean' },
    /** Link to the next changes, once listed to the end. */
    delta: { type: 'string' },
    counters: { type: CustomAttributeType<Counters>('any'), required: true },
    /** Refusals in a row. */
    tries: { type: 'number', required: true },
    waitingUntil: { type: 'string' },
    trouble: { type: CustomAttributeType<Trouble>('any') },
    reason: { type: 'string' },
    ttl: { type: 'number', required: true },
  },
  indexes: {
    ofRun: {
      pk: { field: 'pk', composite: ['mspId', 'runId'], template: 't#${mspId}#run#${runId}', casing: 'none' },
      sk: {
        field: 'sk',
        composite: ['organisationId', 'order'],
        template: 'pl#${organisationId}#${order}',
        casing: 'none',
      },
    },
  },
});

export type PullRow = EntityItem<typeof PullEntity>;

/** Which rows a page of a pull listed: what a complete listing lacks follows from all its pages. */
export const ListedEntity = new Entity({
  model: { entity: 'listed', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    runId: { type: 'string', required: true },
    organisationId: { type: 'string', required: true },
    dataSet: { type: 'string', required: true },
    page: { type: 'number', required: true },
    /** First eight digits of each key, joined. Two keys that share them only delay a removal. */
    keys: { type: 'string', required: true },
    /** Keys that the vendor itself says are gone. */
    gone: { type: 'list', items: { type: 'string' }, required: true },
    ttl: { type: 'number', required: true },
  },
  indexes: {
    ofPull: {
      pk: { field: 'pk', composite: ['mspId', 'runId'], template: 't#${mspId}#run#${runId}', casing: 'none' },
      sk: {
        field: 'sk',
        composite: ['organisationId', 'dataSet', 'page'],
        template: 'pg#${organisationId}#${dataSet}#${page}',
        casing: 'none',
      },
    },
  },
});
