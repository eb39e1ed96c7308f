import type { Past } from './past.ts';

/** Brightwater: one meeting a year, a paper twice a year, and answers by the portal. */
export const brightwater: Past = {
  work: [
    { title: 'Microsoft 365 from the nonprofit programme', lane: 'microsoft-365', hours: 9, monthsAgo: 22 },
    { title: 'Accounts of their own for volunteers', lane: 'security', hours: 18, monthsAgo: 14 },
    { title: 'Mail that nobody can forge', lane: 'security', hours: 5, monthsAgo: 10 },
    { title: 'Microsoft 365 backup', lane: 'microsoft-365', hours: 3, monthsAgo: 8 },
    { title: 'Password manager for everybody', lane: 'security', hours: 6, monthsAgo: 4 },
  ],
  reports: [17, 5],
  goals: [
    {
      title: 'Nothing paid for that is given',
      category: 'cost',
      since: 24,
      closed: 18,
      why: 'The board asked what charities get for free.',
      evidence: 'The nonprofit programme pays for 26 licences: $3,900 a year less.',
    },
    {
      title: 'Every volunteer has an account of their own',
      category: 'people',
      since: 10,
      closed: 2,
      why: 'Nobody could say who had opened which file.',
      evidence: 'The shared accounts are closed; the board saw the list in its autumn meeting.',
    },
  ],
  reviews: [
    {
      title: 'Annual strategy',
      type: 'strategy',
      monthsAgo: 17,
      minutes: 90,
      items: [
        {
          title: 'What the programme brings',
          minutes: 20,
          text: 'Licences for 26 people, almost for nothing.',
          result: 'approved',
          by: 'Noa Lindgren',
        },
        {
          title: 'Shared accounts',
          minutes: 15,
          text: 'Nine volunteers use one.',
          result: 'approved',
          by: 'Noa Lindgren',
        },
      ],
      promised: [{ text: 'Plan for accounts of their own', dueMonths: 2 }],
    },
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
};
