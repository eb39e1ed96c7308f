import { type MeetingStory, TEAMS } from '../meeting-story.ts';

export const harborFinch: MeetingStory = {
  held: [
    {
      title: 'Quarterly review',
      type: 'qbr',
      monthsAgo: 3,
      minutes: 60,
      summary:
        'The firm moves its documents to the cloud before the September trial. The budget was approved as a whole.',
      items: [
        {
          title: 'Documents in the cloud',
          minutes: 20,
          text: 'Monday costs the partners an hour.',
          result: 'approved',
          by: 'Eleanor Finch',
          note: 'Before the September trial.',
        },
        {
          title: 'Insurance renewal',
          minutes: 10,
          text: 'The questions of this year.',
          result: 'approved',
          by: 'Eleanor Finch',
        },
        {
          title: 'Refuse forged mail',
          minutes: 10,
          text: 'A mail in Eleanor’s name nearly moved a retainer.',
          result: 'approved',
          by: 'Samir Haddad',
        },
        {
          title: 'Copilot for five lawyers',
          minutes: 10,
          text: 'Three seats were not used for weeks.',
          result: 'deferred',
          by: 'Samir Haddad',
          note: 'Samir asks the three.',
        },
      ],
      promised: [
        { text: 'Plan for the document move', dueMonths: 1 },
        { text: 'Ask who uses Copilot', by: 'Samir Haddad', dueMonths: 1, open: true },
      ],
    },
  ],
  planned: [
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
  ],
};
