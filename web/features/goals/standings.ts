import type { GoalCategory, Standing } from '../../../shared/goals/goal.ts';
import { STANDING_WORDS } from '../../../shared/goals/words.ts';
import { toned } from '../../ui/toned.ts';

export const STANDINGS = toned<Standing>(STANDING_WORDS, {
  proposed: 'proposed',
  'on-track': 'info',
  'at-risk': 'warn',
  'off-track': 'bad',
  achieved: 'ok',
  abandoned: 'idle',
});

export const CATEGORIES: Record<GoalCategory, string> = {
  growth: 'Growth',
  security: 'Security',
  productivity: 'Productivity',
  cost: 'Cost',
  compliance: 'Compliance',
  continuity: 'Continuity',
  people: 'People',
  'customer-experience': 'Customer experience',
};
