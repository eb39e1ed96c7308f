import { type Past, quarterly } from './past.ts';

/** Harbor & Finch: reviewed every quarter, answered at once, and reported on each time. */
export const harborFinch: Past = {
  work: [
    { title: 'Second factor for every partner', lane: 'security', hours: 14, monthsAgo: 21 },
    {
      title: 'Scanner room on the document server',
      lane: 'infrastructure',
      hours: 16,
      monthsAgo: 18,
      bought: ['Scanner', 'hardware', 2, 129000],
    },
    {
      title: 'Laptop refresh, 14 associates',
      lane: 'devices',
      hours: 21,
      monthsAgo: 15,
      bought: ['Latitude 5440', 'hardware', 14, 142000],
    },
    { title: 'Yearly security review of last year', lane: 'advisory', hours: 8, monthsAgo: 14 },
    {
      title: 'Court room kit for the litigators',
      lane: 'devices',
      hours: 6,
      monthsAgo: 16,
      bought: ['Travel router with SIM', 'hardware', 4, 38500],
      refused: 'The court has a line of its own now',
    },
    { title: 'Backup that is restored as a test', lane: 'infrastructure', hours: 12, monthsAgo: 9 },
    {
      title: 'New core switch',
      lane: 'infrastructure',
      hours: 10,
      monthsAgo: 6,
      bought: ['Core switch', 'hardware', 1, 418000],
    },
    {
      title: 'Conference rooms with one button',
      lane: 'devices',
      hours: 18,
      monthsAgo: 4,
      bought: ['Room kit', 'hardware', 2, 286000],
    },
    { title: 'Sign-ins from abroad refused', lane: 'security', hours: 5, monthsAgo: 3 },
  ],
  sentTwice: true,
  reports: [21, 18, 15, 12, 9, 6, 3],
  goals: [
    {
      title: 'Every sign-in asks for two things',
      category: 'security',
      since: 24,
      closed: 20,
      why: 'The insurer asked for it in its renewal letter.',
      evidence: 'All 42 people use a second factor; the insurer has the list.',
    },
    {
      title: 'A lost laptop is no lost matter',
      category: 'continuity',
      since: 20,
      closed: 12,
      why: 'An associate left a laptop in a taxi.',
      evidence: 'Disks of all laptops are encrypted; a restore onto a spare took three hours.',
    },
    {
      title: 'Matters open in under three seconds',
      category: 'productivity',
      since: 9,
      closed: 1,
      why: 'Associates lost minutes an hour waiting for documents.',
      evidence: 'Measured with Samir on twelve desks: 2.1 seconds on average.',
    },
  ],
  reviews: [
    quarterly(
      24,
      [
        {
          title: 'Budget of the coming year',
          minutes: 20,
          text: 'Second factor, laptops, the scanner room.',
          result: 'approved',
          by: 'Eleanor Finch',
        },
        {
          title: 'How fast we answer',
          minutes: 10,
          text: '42 tickets a month, a quarter of them passwords.',
          result: 'discussed',
          by: 'Samir Haddad',
        },
      ],
      [{ text: 'Dates for the second factor, floor by floor', dueMonths: 1 }],
    ),
    quarterly(
      21,
      [
        {
          title: 'Second factor is on',
          minutes: 15,
          text: 'Two partners still use text messages.',
          result: 'approved',
          by: 'Eleanor Finch',
          note: 'They move to the app.',
        },
        {
          title: 'Scanner room',
          minutes: 15,
          text: 'Old scanners lose pages.',
          result: 'approved',
          by: 'Samir Haddad',
        },
      ],
      [
        { text: 'Offer for two scanners', dueMonths: 1 },
        { text: 'Who scans on Fridays', by: 'Samir Haddad', dueMonths: 1 },
      ],
    ),
    quarterly(
      18,
      [
        {
          title: 'Laptops past their life',
          minutes: 15,
          text: 'Fourteen run out of warranty this autumn.',
          result: 'approved',
          by: 'Eleanor Finch',
        },
        {
          title: 'Passwords',
          minutes: 10,
          text: 'Half of all tickets were resets.',
          result: 'discussed',
          by: 'Samir Haddad',
        },
      ],
      [{ text: 'List of people who get a laptop', by: 'Samir Haddad', dueMonths: 1 }],
    ),
    quarterly(
      15,
      [
        {
          title: 'Laptop refresh is done',
          minutes: 10,
          text: 'Fourteen handed over, none lost a day.',
          result: 'approved',
          by: 'Samir Haddad',
        },
        {
          title: 'What the review of security found',
          minutes: 20,
          text: 'Nobody had ever restored a backup.',
          result: 'approved',
          by: 'Eleanor Finch',
        },
      ],
      [{ text: 'Restore one server as a test', dueMonths: 1 }],
    ),
    quarterly(
      12,
      [
        {
          title: 'Budget of the coming year',
          minutes: 20,
          text: 'Switch, conference rooms, restore tests.',
          result: 'approved',
          by: 'Eleanor Finch',
        },
        {
          title: 'Answer times',
          minutes: 10,
          text: 'Nine of ten within the hour.',
          result: 'discussed',
          by: 'Samir Haddad',
        },
      ],
      [{ text: 'Send the budget as a whole', dueMonths: 1 }],
    ),
    quarterly(
      9,
      [
        {
          title: 'The restore test',
          minutes: 15,
          text: 'Three hours, and nothing was missing.',
          result: 'approved',
          by: 'Eleanor Finch',
        },
        {
          title: 'Waiting for documents',
          minutes: 15,
          text: 'Mondays are slow; we measure it.',
          result: 'approved',
          by: 'Samir Haddad',
        },
      ],
      [{ text: 'Measure twelve desks for a week', dueMonths: 1 }],
    ),
    quarterly(
      6,
      [
        { title: 'New switch', minutes: 10, text: 'Put in over one night.', result: 'approved', by: 'Samir Haddad' },
        {
          title: 'A mail in Eleanor’s name',
          minutes: 20,
          text: 'It nearly moved a retainer.',
          result: 'approved',
          by: 'Eleanor Finch',
        },
      ],
      [{ text: 'Words for the partners about forged mail', dueMonths: 1 }],
    ),
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
};
