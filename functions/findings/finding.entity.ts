import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { Finding, FindingStatus, Risk } from '../../shared/findings/finding.ts';
import type { Feature } from '../../shared/kernel/features.ts';
import type { Origin } from '../../shared/kernel/link.ts';
import { type Listed, withDetail } from '../_kit/detail.ts';
import { recordAttributes, STAMPS } from '../_kit/record.ts';

/** What is decided on. Evidence stands in a row of its own, so that a decision does not write it anew. */
const RowEntity = new Entity({
  model: { entity: 'finding', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    findingId: { type: 'string', required: true },
    kind: { type: 'string', required: true },
    title: { type: 'string', field: 'ti', required: true },
    why: { type: 'string', required: true },
    risk: { type: CustomAttributeType<Risk>('string'), required: true },
    /** Place of the risk in lists: worst first. */
    riskRank: { type: 'number', required: true },
    affectedCount: { type: 'number', field: 'ac', required: true },
    estimate: { type: CustomAttributeType<NonNullable<Finding['estimate']>>('any'), field: 'es' },
    saving: { type: CustomAttributeType<NonNullable<Finding['saving']>>('any'), field: 'sa' },
    /** Where it comes from; `source` of the record says how it was made. */
    origin: { type: CustomAttributeType<Origin>('any'), required: true },
    /** The record of its source that it is about: lists of that source find their rows by it. */
    about: { type: 'string', field: 'ab', required: true },
    raisedBy: { type: CustomAttributeType<Feature>('string'), field: 'rb', required: true },
    status: { type: CustomAttributeType<FindingStatus>('string'), required: true },
    raisedAt: { type: 'string', required: true },
    decidedAt: { type: 'string' },
    decidedBy: { type: 'string' },
    healedAt: { type: 'string' },
    dismissal: { type: CustomAttributeType<NonNullable<Finding['dismissal']>>('any') },
    plannerItemId: { type: 'string', field: 'pi' },
    workDoneAt: { type: 'string' },
    goalId: { type: 'string' },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['findingId'], template: 'fi#${findingId}', casing: 'none' },
    },
    /** One company's findings by state, worst and oldest first. */
    inCompany: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['mspId', 'companyId'],
        template: 't#${mspId}#c#${companyId}#fi',
        casing: 'none',
      },
      sk: {
        field: 'gsi1sk',
        composite: ['status', 'riskRank', 'raisedAt'],
        template: '${status}#${riskRank}#${raisedAt}',
        casing: 'none',
      },
    },
    /** The MSP's queue of findings over all clients. */
    inMsp: {
      index: 'gsi3',
      pk: { field: 'gsi3pk', composite: ['mspId'], template: 't#${mspId}#fi', casing: 'none' },
      sk: {
        field: 'gsi3sk',
        composite: ['status', 'riskRank', 'raisedAt'],
        template: '${status}#${riskRank}#${raisedAt}',
        casing: 'none',
      },
    },
  },
});

export const FindingEntity = withDetail(RowEntity, [...STAMPS, 'origin', 'decidedBy', 'riskRank', 'workDoneAt']);
export type FindingRecord = EntityItem<typeof RowEntity>;
/** A finding as lists read it. */
export type ListedFinding = Listed<typeof FindingEntity>;

/** What a finding rests on: read when it is opened, and held against what its source sees now. */
export const FindingEvidenceEntity = new Entity({
  model: { entity: 'finding-evidence', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    findingId: { type: 'string', required: true },
    key: { type: 'string', required: true },
    evidence: { type: CustomAttributeType<Finding['evidence']>('any'), required: true },
    affected: { type: CustomAttributeType<Finding['affected']>('any'), required: true },
  },
  indexes: {
    ofFinding: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['findingId'], template: 'fe#${findingId}', casing: 'none' },
    },
  },
});
export type FindingEvidenceRow = EntityItem<typeof FindingEvidenceEntity>;
