import { type MeetingStory, TEAMS } from '../meeting-story.ts';

export const brightwater: MeetingStory = {
  held: [
    {
      title: 'Annual strategy',
      type: 'strategy',
      monthsAgo: 5,
      minutes: 90,
      summary: 'A quiet year. The grant pays for laptops in the coming period, and nothing else is urgent.',
      items: [
        {
          title: 'Laptops from the grant',
          minutes: 20,
          text: 'Fourteen laptops in the coming grant period.',
          result: 'approved',
          by: 'Noa Lindgren',
        },
        {
          title: 'Who watches at night',
          minutes: 15,
          text: 'Sign-ins from abroad go unseen until morning.',
          result: 'discussed',
        },
      ],
      promised: [{ text: 'Words about security for the grant application', dueMonths: 1 }],
    },
  ],
  planned: [
    {
      title: 'Check-in',
      type: 'check-in',
      inDays: 5,
      hour: 11,
      place: TEAMS,
      template: 'check-in',
      repeat: 'quarterly',
      publish: true,
      work: ['Somebody watches at night'],
    },
  ],
};
