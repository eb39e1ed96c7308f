import type { HeldStory } from '../meeting-story.ts';
import { quarterly } from './past.ts';

/** What was said in eight reviews of Harbor & Finch, oldest first. */
export const REVIEWS: readonly HeldStory[] = [
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
];
