import { type MeetingStory, TEAMS } from '../meeting-story.ts';

export const cedarRidge: MeetingStory = {
  held: [
    {
      title: 'Quarterly review',
      type: 'qbr',
      monthsAgo: 6,
      minutes: 60,
      summary: 'The practice wants no patient day lost to machines. We agreed on the order of work for the year.',
      items: [
        {
          title: 'Second line at Beaverton',
          minutes: 15,
          text: 'Two half days were lost.',
          result: 'approved',
          by: 'Karen Doyle',
        },
        {
          title: 'What the insurer asks for',
          minutes: 20,
          text: 'A second factor for everybody, and a tested backup.',
          result: 'discussed',
          note: 'Dr. Marsh wants the whole price before she decides.',
        },
        {
          title: 'Hillsboro back room',
          minutes: 10,
          text: 'The lease ends in two years.',
          result: 'deferred',
          by: 'Dr. Ellen Marsh',
          note: 'After the new lease.',
        },
      ],
      promised: [
        { text: 'Order the second line', dueMonths: 1 },
        { text: 'Send the insurer’s questions', by: 'Karen Doyle', dueMonths: 1 },
      ],
    },
    {
      title: 'Quarterly review',
      type: 'qbr',
      monthsAgo: 3,
      minutes: 60,
      summary:
        'The second line is in. Both imaging servers lose their updates in January; we bring the price next time.',
      items: [
        {
          title: 'Imaging servers',
          minutes: 20,
          text: 'Both run Windows Server 2016.',
          result: 'discussed',
          note: 'Bring the price for both, and how no patient day is lost.',
        },
        {
          title: 'Privacy policies',
          minutes: 10,
          text: 'Everybody signs anew.',
          result: 'approved',
          by: 'Dr. Ellen Marsh',
        },
        {
          title: 'Tigard batteries',
          minutes: 5,
          text: 'The old set holds four minutes.',
          result: 'approved',
          by: 'Karen Doyle',
        },
      ],
      promised: [
        { text: 'Price for both imaging servers', dueMonths: 1 },
        { text: 'List of PCs with patient data on their disk', by: 'Luis Ortega', dueMonths: 2, open: true },
        { text: 'Ask the imaging vendor for its contract', dueMonths: 2, open: true },
      ],
    },
  ],
  planned: [
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
  ],
};
