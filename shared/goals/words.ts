import type { Standing } from './goal.ts';

/** Where a goal stands, as staff read it. */
export const STANDING_WORDS: Record<Standing, string> = {
  proposed: 'Proposed',
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
  achieved: 'Achieved',
  abandoned: 'Abandoned',
};

/** The same as reports and minutes tell it to the client. */
export const CLIENT_STANDING_WORDS: Record<Standing, string> = {
  ...STANDING_WORDS,
  'off-track': 'Behind',
  abandoned: 'Given up',
};
