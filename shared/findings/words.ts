import { PRIORITY_WORDS } from '../kernel/priority-words.ts';
import type { Risk } from './finding.ts';

/** Risks as staff, clients and reports read them: in the words of priorities. */
export const RISK_WORDS: Record<Risk, string> = PRIORITY_WORDS;
