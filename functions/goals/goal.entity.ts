import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type {
  Goal,
  GoalCategory,
  GoalDetail,
  GoalStatus,
  Health,
  Horizon,
  ProgressMode,
} from '../../shared/goals/goal.ts';
import type { Measure } from '../../shared/goals/measure.ts';
import type { Priority } from '../../shared/kernel/priority.ts';
import { recordAttributes } from '../_kit/record.ts';

/** What list and board show, progress included: the figures that it is counted from stand here too. */
export const GoalEntity = new Entity({
  model: { entity: 'goal', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    goalId: { type: 'string', required: true },
    title: { type: 'string', required: true },
    category: { type: CustomAttributeType<GoalCategory>('string'), required: true },
    priority: { type: CustomAttributeType<Priority>('string'), required: true },
    status: { type: CustomAttributeType<GoalStatus>('string'), required: true },
    health: { type: CustomAttributeType<Health>('string'), required: true },
    healthByHand: { type: CustomAttributeType<Health>('string') },
    horizon: { type: CustomAttributeType<Horizon>('string'), required: true },
    startDate: { type: 'string' },
    targetDate: { type: 'string' },
    ownerId: { type: 'string' },
    sponsorContactId: { type: 'string' },
    progressMode: { type: CustomAttributeType<ProgressMode>('string'), required: true },
    progress: { type: 'number', required: true },
    measure: { type: CustomAttributeType<Measure>('any') },
    work: { type: CustomAttributeType<Goal['work']>('any'), required: true },
    closedAt: { type: 'string' },
    findingId: { type: 'string' },
    /** Which half of the lists it stands in, and its place there: what is due first, goals without a date last. */
    phase: { type: ['open', 'closed'] as const, required: true },
    due: { type: 'string', required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['goalId'], template: 'go#${goalId}', casing: 'none' },
    },
    /** One client's goals, open or closed, by target date. */
    inCompany: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['mspId', 'companyId'],
        template: 't#${mspId}#c#${companyId}#go',
        casing: 'none',
      },
      sk: {
        field: 'gsi1sk',
        composite: ['phase', 'due', 'goalId'],
        template: '${phase}#${due}#${goalId}',
        casing: 'none',
      },
    },
    /** The same over all clients. */
    inMsp: {
      index: 'gsi3',
      pk: { field: 'gsi3pk', composite: ['mspId'], template: 't#${mspId}#go', casing: 'none' },
      sk: {
        field: 'gsi3sk',
        composite: ['phase', 'due', 'goalId'],
        template: '${phase}#${due}#${goalId}',
        casing: 'none',
      },
    },
  },
});
export type GoalRow = EntityItem<typeof GoalEntity>;

/** What is written about a goal, where something is: read with its page only. */
export const GoalTextEntity = new Entity({
  model: { entity: 'goal-text', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    goalId: { type: 'string', required: true },
    description: { type: 'string', required: true },
    why: { type: 'string', required: true },
    nextStep: { type: 'string', required: true },
    quote: { type: CustomAttributeType<NonNullable<GoalDetail['quote']>>('any') },
    closing: { type: 'string' },
  },
  indexes: {
    ofGoal: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['goalId'], template: 'gt#${goalId}', casing: 'none' },
    },
  },
});
export type GoalTextRow = EntityItem<typeof GoalTextEntity>;
