import type { ClientStory } from '../client-story.ts';

/** Lumen & Loop Studio: Macs, freelancers, a storage that failed, and an owner who does not answer. */
export const lumenLoop: ClientStory = {
  serviceMinor: 2_520_000,
  done: [['Storage restored after its failure', 26, 0]],
  work: ({ span }) => ({
    storage: {
      title: 'Storage that survives a failed disk',
      lane: 'infrastructure',
      status: 'presented',
      priority: 'critical',
      hours: 16,
      costs: [
        {
          label: 'Synology with eight disks',
          kind: 'hardware',
          quantity: 1,
          unitMinor: 468_000,
          recurrence: 'one-time',
        },
      ],
      ...span(0, 30, 45),
      publicNote:
        'Two weeks ago one disk took the projects with it for two days. The restore test before that had failed.',
      riskIfDeferred: 'The next failure loses what was cut since the last backup.',
      publish: true,
    },
    macs: {
      title: 'Macs under management',
      lane: 'devices',
      status: 'proposed',
      priority: 'high',
      hours: 14,
      costs: [{ label: 'Seat', kind: 'subscription', quantity: 18, unitMinor: 900, recurrence: 'monthly' }],
      ...span(1, 0, 40),
      publicNote: 'Seventeen Macs get their updates and their encryption from us instead of by chance.',
      publish: true,
    },
    freelancers: {
      title: 'Freelancers as guests, not as members',
      lane: 'security',
      priority: 'high',
      hours: 5,
      ...span(1, 10, 20),
      publish: true,
    },
    mailboxes: { title: 'Archive for two full mailboxes', lane: 'microsoft-365', hours: 2, ...span(0, 45, 10) },
    renewal: { title: 'Agreement renewal', lane: 'renewals', priority: 'high', hours: 0, ...span(1, 20, 10) },
  }),
  budget: { storage: 'waits', macs: 'waits' },
};
