import { type MeetingStory, TEAMS } from '../meeting-story.ts';

export const oakline: MeetingStory = {
  held: [
    {
      title: 'Kickoff',
      type: 'kickoff',
      monthsAgo: 1,
      minutes: 60,
      summary: 'Everybody knows everybody. Nothing changes between January and April.',
      items: [
        { title: 'Who is who', minutes: 15, text: 'People on both sides.', result: 'discussed' },
        {
          title: 'Nothing moves in tax season',
          minutes: 10,
          text: 'No changes from January 10 to April 20.',
          result: 'approved',
          by: 'Petra Novak',
        },
      ],
      promised: [{ text: 'Login of the domain registrar', by: 'Petra Novak', dueMonths: 1, open: true }],
    },
  ],
  planned: [
    {
      title: 'Onboarding, week 4',
      type: 'onboarding',
      inDays: 4,
      hour: 9,
      place: TEAMS,
      publish: true,
      work: ['Access and credentials', 'Go-live'],
    },
  ],
};
