import type { GoalCategory, Standing } from '../../../shared/goals/goal.ts';
import type { Tone } from '../../ui/status-icon.tsx';

/* The words that addresses are read by, apart from those that only pages show. */

export const STANDINGS: Record<Standing, { word: string; tone: Tone }> = {
  proposed: { word: 'Proposed', tone: 'proposed' },
  'on-track': { word: 'On track', tone: 'info' },
  'at-risk': { word: 'At risk', tone: 'warn' },
  'off-track': { word: 'Off track', tone: 'bad' },
  achieved: { word: 'Achieved', tone: 'ok' },
  abandoned: { word: 'Abandoned', tone: 'idle' },
};
export const STANDING_ORDER = Object.keys(STANDINGS) as Standing[];

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
export const CATEGORY_ORDER = Object.keys(CATEGORIES) as GoalCategory[];
