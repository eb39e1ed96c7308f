import { type PlannedStory, TEAMS } from '../meeting-story.ts';

export const harborFinch: readonly PlannedStory[] = [
  {
    title: 'Quarterly review',
    type: 'qbr',
    inDays: 22,
    hour: 9,
    minutes: 90,
    place: TEAMS,
    template: 'qbr',
    repeat: 'quarterly',
    work: ['Document system to the cloud', 'A forged partner’s mail reaches nobody'],
    findings: ['admin'],
  },
];
