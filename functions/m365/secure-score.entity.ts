import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ControlState, Level } from '../../shared/m365/control.ts';
import { recordAttributes } from '../_kit/record.ts';

const ofCompany = {
  field: 'pk',
  composite: ['mspId', 'companyId'],
  template: 't#${mspId}#c#${companyId}',
  casing: 'none',
} as const;

const owner = {
  mspId: { type: 'string', required: true },
  companyId: { type: 'string', required: true },
  v: { type: 'number', required: true },
} as const;

/** A day's reading within its month: points, maximum, average of all tenants, average of peers (both percent). */
export type DayReading = [current: number, max: number, allTenants: number | null, peers: number | null];

/** Daily readings of a month by day. Microsoft keeps 90 days; these stay 24 months. */
export const ScoreMonthEntity = new Entity({
  model: { entity: 'm365-score-month', version: '1', service: 'app' },
  attributes: {
    ...owner,
    /** `YYYY-MM`. */
    month: { type: 'string', required: true },
    days: { type: CustomAttributeType<Record<string, DayReading>>('any'), required: true },
    ttl: { type: 'number', required: true },
  },
  indexes: {
    ofCompany: {
      pk: ofCompany,
      sk: { field: 'sk', composite: ['month'], template: 'mg#${month}', casing: 'none' },
    },
  },
});
export type ScoreMonthRow = EntityItem<typeof ScoreMonthEntity>;

/** Points of each control on the newest day. */
export const ControlPointsEntity = new Entity({
  model: { entity: 'm365-control-points', version: '1', service: 'app' },
  attributes: {
    ...owner,
    date: { type: 'string', required: true },
    points: { type: CustomAttributeType<Record<string, number>>('any'), required: true },
  },
  indexes: {
    ofCompany: { pk: ofCompany, sk: { field: 'sk', composite: [], template: 'mp', casing: 'none' } },
  },
});

/** Microsoft's sentence about each control on the same day: read for one control, and to word findings. */
export const ControlNotesEntity = new Entity({
  model: { entity: 'm365-control-notes', version: '1', service: 'app' },
  attributes: {
    ...owner,
    notes: { type: CustomAttributeType<Record<string, string>>('any'), required: true },
  },
  indexes: {
    ofCompany: { pk: ofCompany, sk: { field: 'sk', composite: [], template: 'mn', casing: 'none' } },
  },
});

/** A control as lists show it, fields by place: names would double the row. */
export type BoardLine = [
  id: string,
  title: string,
  category: string,
  service: string,
  tier: string,
  max: number,
  impact: Level,
  cost: Level,
];

/** What lists show of every control, in one row: they are always read together, and change a few times a year. */
export const ControlBoardEntity = new Entity({
  model: { entity: 'm365-control-board', version: '1', service: 'app' },
  attributes: {
    ...owner,
    lines: { type: CustomAttributeType<BoardLine[]>('any'), required: true },
  },
  indexes: {
    ofCompany: { pk: ofCompany, sk: { field: 'sk', composite: [], template: 'mb', casing: 'none' } },
  },
});

/** The long text of one control, read when it is opened. */
export const ControlTextEntity = new Entity({
  model: { entity: 'm365-control-text', version: '1', service: 'app' },
  attributes: {
    ...owner,
    key: { type: 'string', required: true },
    remediation: { type: 'string', required: true },
    remediationImpact: { type: 'string', required: true },
    threats: { type: 'list', items: { type: 'string' }, required: true },
    actionUrl: { type: 'string' },
  },
  indexes: {
    ofCompany: {
      pk: ofCompany,
      sk: { field: 'sk', composite: ['key'], template: 'mt#${key}', casing: 'none' },
    },
  },
});

/** Where a control stands, as a person decided: a record of ours, not Microsoft's. */
export const ControlDecisionEntity = new Entity({
  model: { entity: 'control', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    key: { type: 'string', required: true },
    controlId: { type: 'string', required: true },
    status: { type: CustomAttributeType<ControlState>('string'), required: true },
    evidence: { type: 'string' },
    reason: { type: 'string' },
    until: { type: 'string' },
  },
  indexes: {
    ofCompany: {
      pk: ofCompany,
      sk: { field: 'sk', composite: ['key'], template: 'mk#${key}', casing: 'none' },
    },
  },
});
export type ControlDecisionRow = EntityItem<typeof ControlDecisionEntity>;
