import type { MeetingStory } from './meeting-story.ts';

const TEAMS = 'https://teams.example/northlight/review';

/** What was talked about with each client of the demo, and what is ahead; by key. */
export const MEETINGS: Readonly<Record<string, MeetingStory>> = {
  crd: {
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
  },
  hfl: {
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
        place: TEAMS,
        template: 'qbr',
        repeat: 'quarterly',
        work: ['Document system to the cloud', 'A forged partner’s mail reaches nobody'],
        findings: ['admin'],
      },
    ],
  },
  tgm: {
    held: [
      {
        title: 'Quarterly review',
        type: 'qbr',
        monthsAgo: 2,
        minutes: 75,
        summary:
          'CMMC decides over two contracts. The plan for it is under way; the database under the ERP comes next.',
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
        place: 'Plant A, room 2',
        template: 'qbr',
        repeat: 'quarterly',
        publish: true,
        without: ['Your business'],
        work: ['SQL Server under the ERP', 'Shop floor PCs, 27 past their life', 'Ready for CMMC level 2'],
        budget: true,
      },
    ],
  },
  bct: {
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
  },
  spb: {
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
  },
  lls: {
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
  },
  oak: {
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
  },
};
