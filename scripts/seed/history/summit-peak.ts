import { type Past, quarterly } from './past.ts';

/** Summit Peak: reviews that grew shorter and angrier, and then none for nine months. */
export const summitPeak: Past = {
  work: [
    {
      title: 'Boise office: new firewall',
      lane: 'security',
      hours: 10,
      monthsAgo: 19,
      bought: ['FortiGate 100F', 'hardware', 1, 305000],
    },
    { title: 'Time sheets on the phone', lane: 'software', hours: 12, monthsAgo: 15 },
    {
      title: 'Protection against ransomware, first offer',
      lane: 'security',
      hours: 12,
      monthsAgo: 17,
      bought: ['First year, 65 seats', 'software', 65, 5400],
      refused: 'Too much for something that never happened',
    },
    { title: 'File server to SharePoint, first half', lane: 'microsoft-365', hours: 48, monthsAgo: 11 },
    {
      title: 'Laptops for two foremen',
      lane: 'devices',
      hours: 4,
      monthsAgo: 8,
      bought: ['EliteBook 840', 'hardware', 2, 149000],
    },
  ],
  goals: [
    {
      title: 'Time sheets by Monday noon',
      category: 'productivity',
      since: 20,
      closed: 13,
      why: 'Payroll waited until Wednesday.',
      evidence: 'Nine of ten sheets are in by Monday eleven.',
    },
    {
      title: 'One phone number for every site',
      category: 'customer-experience',
      since: 7,
      closed: 2,
      why: 'Suppliers call four numbers until somebody answers.',
      reason: 'The owners chose to keep the mobile phones for two more years.',
    },
  ],
  reviews: [
    quarterly(
      24,
      [
        {
          title: 'Budget of the coming year',
          minutes: 20,
          text: 'Firewall, time sheets, protection.',
          result: 'approved',
          by: 'Gail Torres',
        },
      ],
      [{ text: 'Prices for the firewall', dueMonths: 1 }],
    ),
    quarterly(
      20,
      [
        {
          title: 'Time sheets',
          minutes: 15,
          text: 'Payroll waits until Wednesday.',
          result: 'approved',
          by: 'Gail Torres',
        },
      ],
      [{ text: 'Try it with one crew', by: 'Wes Harlan', dueMonths: 1 }],
    ),
    quarterly(
      16,
      [
        {
          title: 'Protection against ransomware',
          minutes: 15,
          text: 'For 65 seats.',
          result: 'declined',
          by: 'Gail Torres',
          note: 'Too much for something that never happened.',
        },
      ],
      [{ text: 'Bring it again with what others paid', dueMonths: 1 }],
    ),
    quarterly(
      13,
      [
        {
          title: 'File server',
          minutes: 20,
          text: 'Half of it moves this winter.',
          result: 'approved',
          by: 'Wes Harlan',
        },
      ],
      [{ text: 'Folders that may go', by: 'Gail Torres', dueMonths: 1 }],
    ),
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
};
