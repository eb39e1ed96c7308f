import type { ClientStory } from '../client-story.ts';

const once = { recurrence: 'one-time' } as const;

/** Summit Peak Builders: unhappy, behind, and hard to reach. Work that was promised is overdue. */
export const summitPeak: ClientStory = {
  serviceMinor: 8_970_000,
  finding: { word: 'legacy', hours: 8, quarter: 0 },
  work: ({ span }) => ({
    trailers: {
      title: 'Routers for five job trailers',
      lane: 'infrastructure',
      status: 'proposed',
      priority: 'critical',
      businessValue: 'high',
      hours: 30,
      costs: [{ label: 'LTE router with antenna', kind: 'hardware', quantity: 5, unitMinor: 89_000, ...once }],
      ...span(-1, 20, 40),
      publicNote: 'Crews wait for plans because the line in the trailer drops. 61 hours of tickets in half a year.',
      riskIfDeferred: 'About ten hours of tickets each month, and time sheets a week late.',
      privateNote: 'Do not argue about price: this is the ticket volume that made Gail angry.',
      publish: true,
    },
    premium: {
      title: 'Business Premium for 58 people',
      lane: 'microsoft-365',
      status: 'presented',
      priority: 'critical',
      hours: 40,
      costs: [
        {
          label: 'Difference to Business Standard',
          kind: 'subscription',
          quantity: 58,
          unitMinor: 800,
          recurrence: 'monthly',
        },
      ],
      ...span(-1, 45, 40),
      publicNote: 'Without it there is no way to refuse sign-ins from abroad, and 25 people have no second factor.',
      riskIfDeferred: 'One stolen password is enough; the forged invoice of spring was the warning.',
      publish: true,
    },
    leavers: {
      title: 'Close accounts of 8 people who left',
      lane: 'security',
      priority: 'high',
      hours: 3,
      ...span(-1, 60, 10),
      publish: true,
    },
    edr: {
      title: 'Protection against ransomware',
      lane: 'security',
      status: 'declined',
      priority: 'high',
      hours: 12,
      costs: [{ label: 'Seat', kind: 'subscription', quantity: 65, unitMinor: 450, recurrence: 'monthly' }],
      publicNote: 'Declined twice. We keep it here so that nobody has to remember.',
      publish: true,
    },
    files: {
      title: 'File server to SharePoint, second half',
      lane: 'microsoft-365',
      status: 'on-hold',
      hours: 40,
      ...span(-1, 0, 80),
    },
    laptops: {
      title: 'Laptops of project managers',
      lane: 'devices',
      hours: 14,
      costs: [{ label: 'EliteBook 840', kind: 'hardware', quantity: 9, unitMinor: 152_000, ...once }],
      ...span(2, 0, 60),
    },
    nas: { title: 'Storage for drawings', lane: 'infrastructure', hours: 10, ...span(-1, 30, 40) },
    training: {
      title: 'Call-back before any payment',
      lane: 'security',
      priority: 'high',
      hours: 4,
      ...span(0, 5, 40),
      publish: true,
    },
  }),
  budget: { trailers: 'waits', premium: { rejected: 'First show me that tickets take hours, not days' } },
};
