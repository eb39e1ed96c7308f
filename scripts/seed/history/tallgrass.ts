import { type Past, quarterly } from './past.ts';

/** Tallgrass: two plants that must not stand still, and an audit that comes nearer every quarter. */
export const tallgrass: Past = {
  work: [
    {
      title: 'Plant A: new core switch',
      lane: 'infrastructure',
      hours: 14,
      monthsAgo: 21,
      bought: ['Core switch', 'hardware', 1, 462000],
    },
    { title: 'Second factor for the office', lane: 'security', hours: 22, monthsAgo: 16 },
    { title: 'Old accounts of seasonal staff closed', lane: 'security', hours: 7, monthsAgo: 18 },
    {
      title: 'Plant B: cameras on a network of their own',
      lane: 'security',
      hours: 18,
      monthsAgo: 11,
      bought: ['Camera switch', 'hardware', 3, 94000],
    },
    {
      title: 'Backup of the ERP to a second place',
      lane: 'infrastructure',
      hours: 16,
      monthsAgo: 7,
      bought: ['Backup storage', 'hardware', 1, 388000],
    },
    {
      title: 'Tablets for the shop floor',
      lane: 'devices',
      hours: 12,
      monthsAgo: 9,
      bought: ['Rugged tablet', 'hardware', 10, 86000],
      refused: 'Paper does not break',
    },
    { title: 'Password rules after the audit interview', lane: 'compliance', hours: 6, monthsAgo: 3 },
  ],
  sentTwice: true,
  goals: [
    {
      title: 'Nobody signs in with a password alone',
      category: 'security',
      since: 22,
      closed: 15,
      why: 'The customer asked how we know who signs in.',
      evidence: '93 of 100 sign-ins use a second factor; the rest are machines with names.',
    },
    {
      title: 'The ERP can be restored within a shift',
      category: 'continuity',
      since: 14,
      closed: 6,
      why: 'A day without the ERP is a day without shipping.',
      evidence: 'Restored on a Sunday in five hours and ten minutes.',
    },
  ],
  reviews: [
    quarterly(
      23,
      [
        {
          title: 'Switch at Plant A',
          minutes: 15,
          text: 'Half the plant hangs on one box.',
          result: 'approved',
          by: 'Ruth Okafor',
        },
      ],
      [{ text: 'Sunday for the change', by: 'Dale Whitcomb', dueMonths: 1 }],
    ),
    quarterly(
      20,
      [
        {
          title: 'Plant A after the change',
          minutes: 10,
          text: 'No stop since.',
          result: 'discussed',
          by: 'Dale Whitcomb',
        },
        {
          title: 'Accounts of those who left',
          minutes: 15,
          text: 'Forty are still open.',
          result: 'approved',
          by: 'Ruth Okafor',
        },
      ],
      [{ text: 'List of seasonal staff', by: 'Ruth Okafor', dueMonths: 1 }],
    ),
    quarterly(
      17,
      [
        {
          title: 'Second factor',
          minutes: 20,
          text: 'Office first, plants later.',
          result: 'approved',
          by: 'Ruth Okafor',
        },
      ],
      [{ text: 'Words for the shift leads', dueMonths: 1 }],
    ),
    quarterly(
      14,
      [
        {
          title: 'What CMMC asks',
          minutes: 25,
          text: '110 practices; we began to count.',
          result: 'discussed',
          by: 'Ruth Okafor',
        },
      ],
      [{ text: 'A first count with evidence', dueMonths: 1 }],
    ),
    quarterly(
      11,
      [
        {
          title: 'Cameras',
          minutes: 10,
          text: 'They slowed the scanners down.',
          result: 'approved',
          by: 'Dale Whitcomb',
        },
        {
          title: 'The count',
          minutes: 20,
          text: '19 of 110 practices with evidence.',
          result: 'discussed',
          by: 'Ruth Okafor',
        },
      ],
      [{ text: 'Next count in spring', dueMonths: 1 }],
    ),
    quarterly(
      8,
      [
        {
          title: 'Backup of the ERP',
          minutes: 15,
          text: 'One place is one fire.',
          result: 'approved',
          by: 'Ruth Okafor',
        },
      ],
      [{ text: 'Restore on a Sunday', dueMonths: 1 }],
    ),
    quarterly(
      5,
      [
        {
          title: 'Tablets for the shop floor',
          minutes: 10,
          text: 'Ten to begin with.',
          result: 'declined',
          by: 'Dale Whitcomb',
          note: 'Paper does not break.',
        },
        {
          title: 'The auditor’s first interview',
          minutes: 20,
          text: 'Passwords came up three times.',
          result: 'approved',
          by: 'Ruth Okafor',
        },
      ],
      [{ text: 'New rules for passwords', dueMonths: 1 }],
    ),
    {
      title: 'Quarterly review',
      type: 'qbr',
      monthsAgo: 2,
      minutes: 75,
      summary: 'CMMC decides over two contracts. The plan for it is under way; the database under the ERP comes next.',
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
};
