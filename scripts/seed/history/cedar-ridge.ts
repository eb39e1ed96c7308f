import { type Past, quarterly } from './past.ts';

/** Cedar Ridge: three offices that grew faster than their machines; every quarter a little is put right. */
export const cedarRidge: Past = {
  reports: [9, 6, 3],
  work: [
    { title: 'Server room at Tigard cleared out', lane: 'infrastructure', hours: 9, monthsAgo: 20 },
    {
      title: 'Phones over the internet, three offices',
      lane: 'infrastructure',
      hours: 22,
      monthsAgo: 17,
      bought: ['Desk phone', 'hardware', 24, 14500],
    },
    { title: 'Second factor for the front desks', lane: 'security', hours: 8, monthsAgo: 15 },
    {
      title: 'Guest Wi-Fi apart from the practice',
      lane: 'infrastructure',
      hours: 10,
      monthsAgo: 13,
      bought: ['Access point', 'hardware', 7, 31000],
    },
    {
      title: 'Screens that lock by themselves',
      lane: 'compliance',
      hours: 5,
      monthsAgo: 19,
      refused: 'The hygienists wear gloves',
    },
    {
      title: 'Backup to a second place',
      lane: 'infrastructure',
      hours: 14,
      monthsAgo: 9,
      bought: ['Backup storage', 'hardware', 1, 264000],
    },
    {
      title: 'Front desk PCs at Hillsboro',
      lane: 'devices',
      hours: 12,
      monthsAgo: 7,
      bought: ['OptiPlex 7010', 'hardware', 6, 112000],
    },
    { title: 'HIPAA papers in one place', lane: 'compliance', hours: 11, monthsAgo: 4 },
  ],
  goals: [
    {
      title: 'No call lost at the front desks',
      category: 'customer-experience',
      since: 22,
      closed: 14,
      why: 'Patients hung up after a minute.',
      evidence: 'Lost calls fell from 31 to 4 a week on the new phones.',
    },
    {
      title: 'A backup outside the building',
      category: 'continuity',
      since: 15,
      closed: 8,
      why: 'Water came into the Tigard server room.',
      evidence: 'The second copy is in Salem; the first full one took nine hours.',
    },
  ],
  reviews: [
    quarterly(
      24,
      [
        {
          title: 'Budget of the coming year',
          minutes: 20,
          text: 'Phones, Wi-Fi, second factor.',
          result: 'approved',
          by: 'Karen Doyle',
        },
      ],
      [{ text: 'Prices for 24 phones', dueMonths: 1 }],
    ),
    quarterly(
      21,
      [
        {
          title: 'Water at Tigard',
          minutes: 20,
          text: 'It came up to the second shelf.',
          result: 'approved',
          by: 'Dr. Ellen Marsh',
        },
      ],
      [{ text: 'Clear the room out', dueMonths: 1 }],
    ),
    quarterly(
      18,
      [
        { title: 'Phones', minutes: 15, text: 'Hillsboro goes first.', result: 'approved', by: 'Karen Doyle' },
        {
          title: 'Screens that lock',
          minutes: 10,
          text: 'Five minutes, everywhere.',
          result: 'declined',
          by: 'Dr. Ellen Marsh',
          note: 'The hygienists wear gloves.',
        },
      ],
      [{ text: 'Numbers to port', by: 'Karen Doyle', dueMonths: 1 }],
    ),
    quarterly(
      15,
      [
        {
          title: 'Second factor at the front desks',
          minutes: 15,
          text: 'One key for each desk.',
          result: 'approved',
          by: 'Karen Doyle',
        },
      ],
      [{ text: 'Order keys', dueMonths: 1 }],
    ),
    quarterly(
      12,
      [
        {
          title: 'Budget of the coming year',
          minutes: 20,
          text: 'Backup, front desk PCs, papers.',
          result: 'approved',
          by: 'Karen Doyle',
        },
        {
          title: 'What the insurer asks',
          minutes: 10,
          text: 'A new form of twelve pages.',
          result: 'discussed',
          by: 'Dr. Ellen Marsh',
        },
      ],
      [{ text: 'Fill the form in together', dueMonths: 1 }],
    ),
    quarterly(
      9,
      [
        {
          title: 'The second backup',
          minutes: 10,
          text: 'It runs every night.',
          result: 'approved',
          by: 'Karen Doyle',
        },
      ],
      [{ text: 'Tell Luis where the keys are', dueMonths: 1 }],
    ),
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
};
