import { REVIEWS } from './harbor-finch-reviews.ts';
import type { Past } from './past.ts';

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
  reviews: REVIEWS,
};
