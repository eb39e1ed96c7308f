import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { CostLine, ItemStatus, Lane, PlannerItem, Priority } from '../../shared/planner/planner-item.ts';
import { recordAttributes } from '../_kit/record.ts';

/** What list and roadmap show. Notes stand in a row of their own, so that a roadmap of years stays cheap to read. */
export const PlannerItemEntity = new Entity({
  model: { entity: 'planner-item', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    plannerItemId: { type: 'string', required: true },
    title: { type: 'string', required: true },
    lane: { type: CustomAttributeType<Lane>('string'), required: true },
    status: { type: CustomAttributeType<ItemStatus>('string'), required: true },
    priority: { type: CustomAttributeType<Priority>('string'), required: true },
    businessValue: { type: CustomAttributeType<PlannerItem['businessValue']>('string'), required: true },
    hours: { type: 'number', required: true },
    hoursLow: { type: 'number' },
    hoursHigh: { type: 'number' },
    costs: { type: CustomAttributeType<CostLine[]>('any'), required: true },
    estimateLow: { type: 'number' },
    estimateHigh: { type: 'number' },
    startDate: { type: 'string' },
    endDate: { type: 'string' },
    assigneeId: { type: 'string' },
    approverContactId: { type: 'string' },
    currency: { type: 'string', required: true },
    ratePerHour: { type: 'number', required: true },
    oneTimeMinor: { type: 'number', required: true },
    monthlyMinor: { type: 'number', required: true },
    annualMinor: { type: 'number', required: true },
    findingId: { type: 'string' },
    publishedVersion: { type: 'number', required: true },
    publishedAt: { type: 'string' },
    unpublishedChanges: { type: 'number', required: true },
    isArchived: { type: 'boolean', required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['plannerItemId'], template: 'pl#${plannerItemId}', casing: 'none' },
    },
  },
});
export type PlannerItemRow = EntityItem<typeof PlannerItemEntity>;

/** What is written about an item: read on its page only. */
export const PlannerNotesEntity = new Entity({
  model: { entity: 'planner-notes', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    plannerItemId: { type: 'string', required: true },
    publicNote: { type: 'string', required: true },
    privateNote: { type: 'string', required: true },
    riskIfDeferred: { type: 'string', required: true },
  },
  indexes: {
    ofItem: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['plannerItemId'], template: 'pn#${plannerItemId}', casing: 'none' },
    },
  },
});
export type PlannerNotesRow = EntityItem<typeof PlannerNotesEntity>;

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
  },
  indexes: {
    ofCompany: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['plannerItemId'], template: 'pp#${plannerItemId}', casing: 'none' },
    },
  },
});
