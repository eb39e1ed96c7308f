import type { Health } from '../../../shared/devices/device.ts';
import type { LifecycleState } from '../../../shared/devices/lifecycle.ts';
import { LIFECYCLE_WORDS } from '../../../shared/devices/words.ts';
import { type Said, toned } from '../../ui/toned.ts';

export const HEALTHS: Record<Health, Said> = {
  healthy: { word: 'Healthy', tone: 'ok' },
  attention: { word: 'Attention', tone: 'warn' },
  unhealthy: { word: 'Unhealthy', tone: 'bad' },
  offline: { word: 'Offline', tone: 'idle' },
  unknown: { word: 'Unknown', tone: 'proposed' },
};

export const LIFECYCLES = toned<LifecycleState>(LIFECYCLE_WORDS, {
  overdue: 'bad',
  due: 'warn',
  'due-soon': 'info',
  healthy: 'ok',
  unknown: 'proposed',
  untracked: 'idle',
});
