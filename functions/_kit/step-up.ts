import { AppError } from '../../shared/kernel/error.ts';
import type { Call } from './call.ts';

/** How long a proof of who is at the keyboard counts for what an intruder would go for first. */
const COUNTS_FOR_MS = 30 * 60_000;

/**
 * Lets a call through whose session gave its password (and second factor) within the last 30 minutes; otherwise the page
 * asks for it again (`POST /session/step-up`) and repeats the call.
 */
export function requireFreshProof(call: Pick<Call, 'session' | 'now'>): void {
  const proved = call.session?.confirmedAt;
  if (proved && call.now().getTime() - Date.parse(proved) <= COUNTS_FOR_MS) return;
  throw new AppError(403, 'session.step-up', 'Confirm with your password that it is you, then repeat this.');
}
