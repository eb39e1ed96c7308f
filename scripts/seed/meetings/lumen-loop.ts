import { type PlannedStory, TEAMS } from '../meeting-story.ts';

export const lumenLoop: readonly PlannedStory[] = [
  {
    title: 'Renewal of the agreement',
    type: 'renewal',
    inDays: 12,
    hour: 14,
    place: TEAMS,
    work: ['Storage that survives a failed disk'],
    budget: true,
    notes: [
      {
        title: 'What changed since we began',
        minutes: 10,
        text: 'People, machines, and what the studio needs now.',
      },
    ],
  },
];
