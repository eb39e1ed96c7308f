import { type ApiKey, KEY_PRESETS } from '../../../shared/identity/api-key.ts';
import { KEY_SCOPES, type KeyScope } from '../../../shared/kernel/permissions.ts';
import type { Tone } from '../../ui/status-icon.tsx';

/** What a key may be given: the presets, or single permissions. */
export const KEY_WAYS = {
  read: { word: 'Read only', detail: 'Reads clients, findings, devices, plans, budgets and reports; changes nothing' },
  write: { word: 'Read and write', detail: 'The same, and changes what you could change there' },
  some: { word: 'Chosen permissions', detail: 'Only what the other system needs' },
} as const;
export type KeyWay = keyof typeof KEY_WAYS;

const AREA: Record<string, string> = {
  msp: 'Your MSP',
  staff: 'Team',
  audit: 'Audit trail',
  companies: 'Clients',
  people: 'Portal users',
  findings: 'Findings',
  integrations: 'Integrations',
  devices: 'Devices',
  m365: 'Microsoft 365',
  goals: 'Goals',
  planner: 'Planner',
  budgets: 'Budgets',
  reports: 'Reports',
};
const VERB: Record<string, string> = {
  read: 'Read',
  write: 'Change',
  decide: 'Decide',
  publish: 'Publish to clients',
  send: 'Send to clients',
};

/** The permissions by area, in words: what the checkboxes say. */
export const KEY_AREAS = [...Map.groupBy(KEY_SCOPES, (scope) => scope.split(':')[0] ?? '')].map(([area, scopes]) => ({
  area: AREA[area] ?? area,
  scopes: scopes.map((scope) => ({ scope, word: VERB[scope.split(':')[1] ?? ''] ?? scope })),
}));

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one) => b.includes(one));

/** Which way of choosing gives these permissions. */
export function wayOf(scopes: readonly KeyScope[]): KeyWay {
  if (same(scopes, KEY_PRESETS.read)) return 'read';
  return same(scopes, KEY_PRESETS.write) ? 'write' : 'some';
}

/** What a key may do, in few words. */
export function scopesWord(scopes: readonly KeyScope[]): string {
  const way = wayOf(scopes);
  if (way !== 'some') return KEY_WAYS[way].word;
  return scopes.length === 1 ? '1 permission' : `${scopes.length} permissions`;
}

/** What a key may do, in all words. */
export function scopesInFull(scopes: readonly KeyScope[]): string {
  return KEY_AREAS.flatMap(({ area, scopes: own }) => {
    const words = own.filter(({ scope }) => scopes.includes(scope)).map(({ word }) => word.toLowerCase());
    return words.length > 0 ? `${area}: ${words.join(', ')}` : [];
  }).join('; ');
}

export const KEY_STATE: Record<ApiKey['state'], { word: string; tone: Tone }> = {
  active: { word: 'In use', tone: 'ok' },
  expired: { word: 'Expired', tone: 'warn' },
  revoked: { word: 'Revoked', tone: 'idle' },
};

/** How long a key is to work, as days; empty for no end. */
export const KEY_LIVES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '1 year' },
  { value: '', label: 'Until it is revoked' },
];

export const GRACE_HOURS = [
  { value: '24', label: 'For 24 hours more' },
  { value: '1', label: 'For 1 hour more' },
  { value: '0', label: 'Not at all' },
];
