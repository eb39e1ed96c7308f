import type { PlannedStory } from '../meeting-story.ts';

export const tallgrass: readonly PlannedStory[] = [
  {
    title: 'Quarterly review',
    type: 'qbr',
    inDays: 9,
    hour: 13,
    minutes: 90,
    place: 'Plant A, room 2',
    template: 'qbr',
    repeat: 'quarterly',
    publish: true,
    without: ['Your business'],
    work: ['SQL Server under the ERP', 'Shop floor PCs, 27 past their life', 'Ready for CMMC level 2'],
    budget: true,
  },
];
