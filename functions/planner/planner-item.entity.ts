import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { Priority } from '../../shared/kernel/priority.ts';
import type { CostLine, ItemStatus, Lane, PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { recordAttributes } from '../_kit/record.ts';

/**
 * What list and roadmap show; the rest stands in a row of its own. A roadmap of years reads hundreds of these at once, so
 * they are kept below 400 bytes, short names in the table included.
 */
export const PlannerItemEntity = new Entity({
  model: { entity: 'planner-item', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    plannerItemId: { type: 'string', required: true },
    title: { type: 'string', required: true },
    lane: { type: CustomAttributeType<Lane>('string'), required: true },
    status: { type: CustomAttributeType<ItemStatus>('string'), required: true },
    /**
     * When a person or the client's answer last set the status, for completed work when it was completed; absent since it
     * was made.
     */
    statusAt: { type: 'string' },
    priority: { type: CustomAttributeType<Priority>('string'), required: true },
    hours: { type: 'number', required: true },
    startDate: { type: 'string' },
    endDate: { type: 'string' },
    assigneeId: { type: 'string' },
    currency: { type: 'string', required: true },
    oneTimeMinor: { type: 'number', field: 'once', required: true },
    monthlyMinor: { type: 'number', field: 'month', required: true },
    annualMinor: { type: 'number', field: 'year', required: true },
    findingId: { type: 'string' },
    goalIds: { type: CustomAttributeType<string[]>('any'), field: 'goals' },
    publishedVersion: { type: 'number', field: 'shown', required: true },
    publishedAt: { type: 'string' },
    unpublishedChanges: { type: 'number', field: 'unshown', required: true },
    isArchived: { type: 'boolean', field: 'gone', required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['plannerItemId'], template: 'pl#${plannerItemId}', casing: 'none' },
    },
  },
});
export type PlannerItemRow = EntityItem<typeof PlannerItemEntity>;

/** What the item's page shows beside its row: what its estimate is made of, and what is written about it. */
export const PlannerDetailEntity = new Entity({
  model: { entity: 'planner-detail', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    plannerItemId: { type: 'string', required: true },
    businessValue: { type: CustomAttributeType<PlannerItemDetail['businessValue']>('string'), required: true },
    hoursLow: { type: 'number' },
    hoursHigh: { type: 'number' },
    costs: { type: CustomAttributeType<CostLine[]>('any'), required: true },
    ratePerHour: { type: 'number', required: true },
    estimateLow: { type: 'number' },
    estimateHigh: { type: 'number' },
    approverContactId: { type: 'string' },
    publicNote: { type: 'string', required: true },
    privateNote: { type: 'string', required: true },
    riskIfDeferred: { type: 'string', required: true },
    deviceIds: { type: CustomAttributeType<string[]>('any'), field: 'devices' },
  },
  indexes: {
    ofItem: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['plannerItemId'], template: 'pd#${plannerItemId}', casing: 'none' },
    },
  },
});
export type PlannerDetailRow = EntityItem<typeof PlannerDetailEntity>;

/** What the client sees of an item, and nothing else. */
export const PublishedItemEntity = new Entity({
  model: { entity: 'published-item', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    plannerItemId: { type: 'string', required: true },
    title: { type: 'string', required: true },
    lane: { type: CustomAttributeType<Lane>('string'), required: true },
    status: { type: CustomAttributeType<ItemStatus>('string'), required: true },
    startDate: { type: 'string' },
    endDate: { type: 'string' },
    currency: { type: 'string', required: true },
    oneTimeMinor: { type: 'number', required: true },
    monthlyMinor: { type: 'number', required: true },
    annualMinor: { type: 'number', required: true },
    publicNote: { type: 'string', required: true },
    riskIfDeferred: { type: 'string', required: true },
    publishedVersion: { type: 'number', required: true },
    publishedAt: { type: 'string', required: true },
    completedAt: { type: 'string' },
  },
  indexes: {
    ofCompany: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['plannerItemId'], template: 'pp#${plannerItemId}', casing: 'none' },
    },
  },
});
