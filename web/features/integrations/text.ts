import type { Integration, IntegrationState } from '../../../shared/integrations/integration.ts';
import type { PullState, Run, RunState } from '../../../shared/integrations/run.ts';
import { type VendorId, vendorOf } from '../../../shared/integrations/vendors.ts';
import type { Tone } from '../../ui/status-icon.tsx';

type Words = { word: string; tone: Tone };

export const STATES: Record<IntegrationState, Words> = {
  new: { word: 'Set up', tone: 'proposed' },
  connected: { word: 'Connected', tone: 'ok' },
  degraded: { word: 'Degraded', tone: 'warn' },
  failed: { word: 'Failing', tone: 'bad' },
  paused: { word: 'Paused', tone: 'idle' },
  leaving: { word: 'Disconnecting', tone: 'busy' },
};

export const RUN_STATES: Record<RunState, Words> = {
  queued: { word: 'Starting', tone: 'busy' },
  running: { word: 'Running', tone: 'busy' },
  waiting: { word: 'Waiting', tone: 'warn' },
  done: { word: 'Done', tone: 'ok' },
  partly: { word: 'Partly done', tone: 'warn' },
  failed: { word: 'Failed', tone: 'bad' },
  superseded: { word: 'Not needed', tone: 'idle' },
};

export const PULL_STATES: Record<PullState, Words> = {
  queued: { word: 'Queued', tone: 'idle' },
  running: { word: 'Running', tone: 'busy' },
  waiting: { word: 'Waiting', tone: 'warn' },
  listed: { word: 'Running', tone: 'busy' },
  done: { word: 'Done', tone: 'ok' },
  held: { word: 'Held', tone: 'warn' },
  failed: { word: 'Failed', tone: 'bad' },
  unavailable: { word: 'Not offered', tone: 'idle' },
};

export const TRIGGERS: Record<Run['trigger'], string> = {
  person: 'By hand',
  schedule: 'Scheduled',
  mapping: 'After mapping',
};

/** Failing ones first, then those that lack something, then the rest in the order given. */
export function worstFirst(items: readonly Integration[]): Integration[] {
  const order = ({ state }: Integration) => (state === 'failed' ? 0 : state === 'degraded' ? 1 : 2);
  return items.toSorted((a, b) => order(a) - order(b));
}

/** How long a sync took: "48 s", "2 min 5 s". */
export function duration(from: string, to: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1_000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Address at which an administrator of a tenant grants an app its permissions. Source: Microsoft Entra, "Grant tenant-wide
 * admin consent to an application".
 */
export function consentLink(loginUrl: string | undefined, tenant: string, clientId: string): string {
  return `${loginUrl ?? 'https://login.microsoftonline.com'}/${tenant}/adminconsent?client_id=${clientId}`;
}

/** The way from a vendor to the first sync; the later steps stand on the integration's own page. */
export const setupSteps = (vendor: VendorId) => [
  { id: 'app', label: capital(vendorOf(vendor).registration) },
  { id: 'map', label: 'Map companies' },
  { id: 'sync', label: 'First sync' },
];

/** With a capital letter at the beginning. */
export const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** "a tenant", "an organisation". */
export const article = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
