import { type Past, quarterly } from './past.ts';

/** Lumen & Loop: a studio that was easy to talk to, until five months ago. */
export const lumenLoop: Past = {
  work: [
    { title: 'Shared font library', lane: 'software', hours: 4, monthsAgo: 15 },
    {
      title: 'Archive of finished films',
      lane: 'infrastructure',
      hours: 9,
      monthsAgo: 18,
      bought: ['Archive disks', 'hardware', 8, 21500],
    },
    { title: 'Faster line for uploads', lane: 'infrastructure', hours: 6, monthsAgo: 9 },
    {
      title: 'Calibrated screens for colour',
      lane: 'devices',
      hours: 3,
      monthsAgo: 7,
      bought: ['Reference screen', 'hardware', 2, 189000],
      refused: 'The post house does colour for us',
    },
    {
      title: 'Wi-Fi in the cutting rooms',
      lane: 'infrastructure',
      hours: 5,
      monthsAgo: 5,
      bought: ['Access point', 'hardware', 3, 31000],
    },
  ],
  goals: [
    {
      title: 'Finished films take no room',
      category: 'cost',
      since: 21,
      closed: 16,
      why: 'The storage was full with films of three years ago.',
      evidence: 'Eleven terabytes moved; the storage is half empty.',
    },
  ],
  reviews: [
    quarterly(
      23,
      [
        {
          title: 'Storage is full',
          minutes: 15,
          text: 'Films of three years stand on it.',
          result: 'approved',
          by: 'Isaac Bloom',
        },
      ],
      [{ text: 'List of films that may go', by: 'Isaac Bloom', dueMonths: 1 }],
    ),
    quarterly(
      17,
      [{ title: 'Fonts', minutes: 10, text: 'Every Mac has others.', result: 'approved', by: 'Isaac Bloom' }],
      [{ text: 'Buy what is missing', dueMonths: 1 }],
    ),
    quarterly(
      11,
      [
        {
          title: 'Uploads overnight',
          minutes: 15,
          text: 'Clients see cuts a day late.',
          result: 'approved',
          by: 'Isaac Bloom',
        },
      ],
      [{ text: 'Offers of two carriers', dueMonths: 1 }],
    ),
    quarterly(
      8,
      [
        {
          title: 'The new line',
          minutes: 10,
          text: 'Ordered; it comes within six weeks.',
          result: 'discussed',
          by: 'Isaac Bloom',
        },
      ],
      [{ text: 'Date of the switch', dueMonths: 1 }],
    ),
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
};
