import type { GoalCategory, Standing } from '../../../shared/goals/goal.ts';

/* What addresses are read by, without the words that only pages show. */

const STANDINGS: Record<Standing, true> = {
  proposed: true,
  'on-track': true,
  'at-risk': true,
  'off-track': true,
  achieved: true,
  abandoned: true,
};
export const STANDING_ORDER = Object.keys(STANDINGS) as Standing[];

const CATEGORIES: Record<GoalCategory, true> = {
  growth: true,
  security: true,
  productivity: true,
  cost: true,
  compliance: true,
  continuity: true,
  people: true,
  'customer-experience': true,
};
export const CATEGORY_ORDER = Object.keys(CATEGORIES) as GoalCategory[];
