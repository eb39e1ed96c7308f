import type { PlannedStory } from '../meeting-story.ts';

export const summitPeak: readonly PlannedStory[] = [
  {
    title: 'How we get better',
    type: 'other',
    inDays: 2,
    hour: 15,
    place: 'Boise office',
    publish: true,
    work: ['Routers for five job trailers', 'Business Premium for 58 people'],
    notes: [
      {
        title: 'What went wrong',
        minutes: 15,
        text: 'We say it ourselves: five weeks of trailers without a line, and answers that took days.',
      },
      {
        title: 'How far we go',
        minutes: 5,
        text: '',
        internal: true,
        note: 'We can take the router installation on us. Do not offer a lower seat price.',
      },
    ],
    preparation: 'Gail called twice. Wes listens, Gail decides.',
  },
];
