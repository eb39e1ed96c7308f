import type { QueryClient } from '@tanstack/react-query';
import { asProblem, reportBug } from '../../ui/problem.ts';

/** A session in use is moved on this often; it ends after hours without. */
const TOUCH_EVERY = 10 * 60_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'scroll'] as const;

const isOver = (error: unknown) => asProblem(error)?.status === 401;

/** Calls `leave` once, when any query or mutation is answered with 401. Returns the way to stop listening. */
export function onSessionOver(queryClient: QueryClient, leave: () => void): () => void {
  let left = false;
  const hear = (event: { type: string; action?: { type: string; error?: unknown } }) => {
    if (left || event.type !== 'updated' || event.action?.type !== 'error' || !isOver(event.action.error)) return;
    left = true;
    leave();
  };
  const stops = [queryClient.getQueryCache().subscribe(hear), queryClient.getMutationCache().subscribe(hear)];
  return () => {
    for (const stop of stops) stop();
  };
}

/**
 * Calls `touch` every 10 minutes in which there was a sign of life on `target`. A touch that fails is left to the next one:
 * the session may well live on, and if it does not, the person's next call says so.
 */
export function touchWhileActive(target: EventTarget, touch: () => Promise<void>): () => void {
  let active = false;
  const live = () => {
    active = true;
  };
  const options = { capture: true, passive: true };
  for (const sign of SIGNS_OF_LIFE) target.addEventListener(sign, live, options);
  const timer = setInterval(() => {
    if (!active) return;
    active = false;
    touch().catch(reportBug);
  }, TOUCH_EVERY);
  return () => {
    clearInterval(timer);
    for (const sign of SIGNS_OF_LIFE) target.removeEventListener(sign, live, options);
  };
}
