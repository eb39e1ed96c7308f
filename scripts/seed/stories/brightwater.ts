import type { ClientStory } from '../client-story.ts';

/** Brightwater Community Trust: small, well run, plans years ahead because grants do. */
export const brightwater: ClientStory = {
  serviceMinor: 3_168_000,
  work: ({ span }) => ({
    laptops: {
      title: 'Laptop refresh from the grant',
      lane: 'devices',
      status: 'approved',
      priority: 'medium',
      hours: 20,
      costs: [{ label: 'Latitude 5450', kind: 'hardware', quantity: 14, unitMinor: 148_000, recurrence: 'one-time' }],
      replaces: { type: 'laptop', count: 14 },
      ...span(6, 0, 88),
      publicNote: 'The equipment grant of the coming period pays for fourteen laptops. We order when it is in.',
      publish: true,
    },
    encryption: {
      title: 'Encryption on the field team’s laptops',
      lane: 'security',
      status: 'scheduled',
      priority: 'high',
      hours: 5,
      ...span(0, 20, 30),
      publicNote: 'A lost laptop stays a lost laptop: nobody reads donor data on it.',
      publish: true,
    },
    alerts: {
      title: 'Somebody watches at night',
      lane: 'security',
      status: 'presented',
      hours: 4,
      costs: [{ label: 'Seat', kind: 'subscription', quantity: 24, unitMinor: 650, recurrence: 'monthly' }],
      ...span(1, 10, 30),
      publicNote: 'Sign-ins and mail are watched around the clock; we are called, not you.',
      publish: true,
    },
    guests: {
      title: 'Close 34 old guest accounts',
      lane: 'microsoft-365',
      hours: 3,
      ...span(0, 40, 14),
      publish: true,
    },
    board: { title: 'Security hour with the board', lane: 'advisory', hours: 3, ...span(2, 0, 10) },
  }),
  budget: { alerts: 'approved', encryption: 'approved' },
};
