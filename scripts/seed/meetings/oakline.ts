import { type PlannedStory, TEAMS } from '../meeting-story.ts';

export const oakline: readonly PlannedStory[] = [
  {
    title: 'Onboarding, week 4',
    type: 'onboarding',
    inDays: 4,
    hour: 9,
    place: TEAMS,
    publish: true,
    work: ['Access and credentials', 'Go-live'],
  },
];
