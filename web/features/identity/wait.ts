import type { Problem } from '../../ui/problem.ts';

/** Seconds that a refusal asks to wait, or 0. */
export function waitOf(problem: (Problem & { retryAfter?: number }) | undefined): number {
  return problem?.status === 429 ? Math.max(0, problem.retryAfter ?? 0) : 0;
}

/** Seconds as a clock shows them: "0:09", "14:59". */
export function countdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
