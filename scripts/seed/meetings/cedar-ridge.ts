import { type PlannedStory, TEAMS } from '../meeting-story.ts';

export const cedarRidge: readonly PlannedStory[] = [
  {
    title: 'Quarterly review',
    type: 'qbr',
    inDays: 16,
    hour: 10,
    minutes: 90,
    place: TEAMS,
    template: 'qbr',
    repeat: 'quarterly',
    publish: true,
    without: ['Devices', 'Your business'],
    work: ['Imaging server replacement', 'Backup restore tests', 'Pass the HIPAA audit'],
    budget: true,
    notes: [
      {
        title: 'What we may say about the price',
        minutes: 2,
        text: '',
        internal: true,
        note: 'Hardware margin 14 %. Do not go below.',
      },
    ],
    preparation: 'Dr. Marsh decides above $10,000. If money is the issue: servers now, restore tests in Q2.',
  },
];
