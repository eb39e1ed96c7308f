import type { MeetingStory } from '../meeting-story.ts';

export const summitPeak: MeetingStory = {
  held: [
    {
      title: 'Quarterly review',
      type: 'qbr',
      monthsAgo: 9,
      minutes: 45,
      summary:
        'Gail is not satisfied with answer times. She declined the protection against ransomware for the second time.',
      items: [
        {
          title: 'Answer times',
          minutes: 20,
          text: 'Tickets take days, says Gail.',
          result: 'discussed',
          by: 'Gail Torres',
          note: 'She expects hours.',
        },
        {
          title: 'Protection against ransomware',
          minutes: 10,
          text: 'For 65 seats.',
          result: 'declined',
          by: 'Gail Torres',
          note: 'Not before the service is better.',
        },
      ],
      promised: [
        { text: 'Answer times of the last half year, week by week', dueMonths: 1, open: true },
        { text: 'Who opens job trailers, and when', by: 'Gail Torres', dueMonths: 1, open: true },
      ],
    },
  ],
  planned: [
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
  ],
};
