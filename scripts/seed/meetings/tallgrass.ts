import type { MeetingStory } from '../meeting-story.ts';

export const tallgrass: MeetingStory = {
  held: [
    {
      title: 'Quarterly review',
      type: 'qbr',
      monthsAgo: 2,
      minutes: 75,
      summary: 'CMMC decides over two contracts. The plan for it is under way; the database under the ERP comes next.',
      items: [
        {
          title: 'Where we stand with CMMC',
          minutes: 25,
          text: '42 of 110 practices with evidence.',
          result: 'discussed',
          note: 'One number a month for Ruth.',
        },
        {
          title: 'Plant B Wi-Fi',
          minutes: 15,
          text: 'Scanners lose the line between rows C and F.',
          result: 'approved',
          by: 'Dale Whitcomb',
        },
        {
          title: 'Logs for a year',
          minutes: 10,
          text: 'The assessor may ask for them.',
          result: 'declined',
          by: 'Ruth Okafor',
          note: 'First show what the audit really asks for.',
        },
      ],
      promised: [
        { text: 'What the assessor asks about logs, in writing', dueMonths: 1, open: true },
        { text: 'Access to rows C to F on a Sunday', by: 'Dale Whitcomb', dueMonths: 1 },
      ],
    },
  ],
  planned: [
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
  ],
};
