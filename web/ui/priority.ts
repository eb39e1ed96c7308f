import type { Priority } from '../../shared/kernel/priority.ts';
import type { Tone } from './status-icon.tsx';

/** Priorities as every page says them. */
export const PRIORITIES: Record<Priority, { word: string; tone: Tone }> = {
  critical: { word: 'Critical', tone: 'bad' },
  high: { word: 'High', tone: 'warn' },
  medium: { word: 'Medium', tone: 'info' },
  low: { word: 'Low', tone: 'idle' },
};
