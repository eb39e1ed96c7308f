import { type MeetingStory, TEAMS } from '../meeting-story.ts';

export const lumenLoop: MeetingStory = {
  held: [
    {
      title: 'Check-in',
      type: 'check-in',
      monthsAgo: 5,
      minutes: 30,
      summary: 'Uploads are fast since the new line. Isaac does not want to talk about management of the Macs yet.',
      items: [
        {
          title: 'Macs under management',
          minutes: 15,
          text: 'Seventeen Macs update by chance.',
          result: 'deferred',
          by: 'Isaac Bloom',
          note: 'After the big production.',
        },
      ],
      promised: [{ text: 'Proof of the second factor for the broker', dueMonths: 2, open: true }],
    },
  ],
  planned: [
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
  ],
};
