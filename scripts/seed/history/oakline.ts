import type { Past } from './past.ts';

/** Oakline: it has only begun. */
export const oakline: Past = {
  work: [],
  reviews: [
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
};
