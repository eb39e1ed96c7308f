import type { Attempt, Delivery } from '../../../shared/webhooks/delivery.ts';
import type { EventKind, Webhook } from '../../../shared/webhooks/webhook.ts';
import type { Tone } from '../../ui/status-icon.tsx';

interface Words {
  word: string;
  tone: Tone;
}

/** How a webhook stands: one that nothing gets through is still on. */
export function standingOf({ state, failingSince }: Pick<Webhook, 'state' | 'failingSince'>): Words {
  if (state === 'off') return { word: 'Off', tone: 'idle' };
  if (state === 'disabled') return { word: 'Switched off', tone: 'bad' };
  return failingSince ? { word: 'Failing', tone: 'warn' } : { word: 'On', tone: 'ok' };
}

export const DELIVERY_STATE: Record<Delivery['state'], Words> = {
  planned: { word: 'Being sent', tone: 'busy' },
  waiting: { word: 'Will be sent again', tone: 'warn' },
  delivered: { word: 'Delivered', tone: 'ok' },
  failed: { word: 'Failed', tone: 'bad' },
};

const AREA: Record<string, string> = {
  companies: 'Clients',
  findings: 'Findings',
  integrations: 'Integrations',
  devices: 'Devices',
  m365: 'Microsoft 365',
  goals: 'Goals',
  planner: 'Planner',
  budgets: 'Budgets',
  meetings: 'Meetings',
  reports: 'Reports',
};

/** Events by the part of the product they come from, in product order. */
export function eventAreas(events: readonly EventKind[]): { area: string; events: EventKind[] }[] {
  const areas = Map.groupBy(events, ({ name }) => name.split('.')[0] ?? '');
  return [...areas].map(([area, own]) => ({ area: AREA[area] ?? area, events: own }));
}

export const eventsWord = (count: number): string => (count === 1 ? '1 event' : `${count} events`);

/** What an attempt came to, in few words: "200 in 84 ms". */
export function attemptWord({ status, failure, milliseconds }: Attempt): string {
  if (status === undefined) return failure ?? '';
  return `${status} in ${milliseconds} ms`;
}

/** The host of an address, which is what tells webhooks apart. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
