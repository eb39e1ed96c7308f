import type { ClientStory } from '../client-story.ts';

/** Oakline Accounting: signed, and on its way in. */
export const oakline: ClientStory = {
  serviceMinor: 3_480_000,
  done: [['Kickoff and who is who', 4, 0]],
  work: ({ span }) => ({
    access: {
      title: 'Access and credentials',
      lane: 'advisory',
      status: 'in-progress',
      priority: 'high',
      hours: 10,
      ...span(0, 40, 30),
      publicNote: 'We still lack the login of the domain registrar; the former provider has it.',
      publish: true,
    },
    baseline: {
      title: 'Security baseline',
      lane: 'security',
      priority: 'high',
      hours: 24,
      ...span(0, 60, 30),
      publish: true,
    },
    live: { title: 'Go-live', lane: 'advisory', hours: 8, ...span(1, 0, 7), publish: true },
    season: { title: 'No changes in tax season', lane: 'advisory', hours: 0, ...span(1, 10, 100), publish: true },
  }),
};
