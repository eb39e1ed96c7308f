import type { Risk } from '../../shared/findings/finding.ts';
import { RISK_WORDS } from '../../shared/findings/words.ts';
import type { Priority } from '../../shared/kernel/priority.ts';
import { PRIORITY_WORDS } from '../../shared/kernel/priority-words.ts';
import type { Tone } from './status-icon.tsx';
import { toned } from './toned.ts';

const TONES: Record<Priority & Risk, Tone> = { critical: 'bad', high: 'warn', medium: 'info', low: 'idle' };

/** Priorities as every page says them. */
export const PRIORITIES = toned<Priority>(PRIORITY_WORDS, TONES);

/** Risks as every page says them, worst first. */
export const RISKS = toned<Risk>(RISK_WORDS, TONES);
