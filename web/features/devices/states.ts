import type { Health } from '../../../shared/devices/device.ts';
import type { DeviceType } from '../../../shared/devices/device-type.ts';
import type { LifecycleState } from '../../../shared/devices/lifecycle.ts';
import { DEVICE_WORDS } from '../../../shared/devices/words.ts';
import type { Tone } from '../../ui/status-icon.tsx';

/* The words that addresses are read by, apart from those that only pages show. */

export interface Said {
  word: string;
  tone: Tone;
}

export const HEALTHS: Record<Health, Said> = {
  healthy: { word: 'Healthy', tone: 'ok' },
  attention: { word: 'Attention', tone: 'warn' },
  unhealthy: { word: 'Unhealthy', tone: 'bad' },
  offline: { word: 'Offline', tone: 'idle' },
  unknown: { word: 'Unknown', tone: 'proposed' },
};
export const HEALTH_ORDER = Object.keys(HEALTHS) as Health[];

export const LIFECYCLES: Record<LifecycleState, Said> = {
  overdue: { word: 'Past lifespan', tone: 'bad' },
  due: { word: 'Due in 3 months', tone: 'warn' },
  'due-soon': { word: 'Due in a year', tone: 'info' },
  healthy: { word: 'Current', tone: 'ok' },
  unknown: { word: 'Age unknown', tone: 'proposed' },
  untracked: { word: 'No lifespan', tone: 'idle' },
};
export const LIFECYCLE_ORDER = Object.keys(LIFECYCLES) as LifecycleState[];

export const TYPE_ORDER = Object.keys(DEVICE_WORDS) as DeviceType[];
