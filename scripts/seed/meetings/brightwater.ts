import { type PlannedStory, TEAMS } from '../meeting-story.ts';

export const brightwater: readonly PlannedStory[] = [
  {
    title: 'Check-in',
    type: 'check-in',
    inDays: 5,
    hour: 11,
    place: TEAMS,
    template: 'check-in',
    repeat: 'quarterly',
    publish: true,
    work: ['Somebody watches at night'],
  },
];
