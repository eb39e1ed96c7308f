import { appendFileSync } from 'node:fs';
import { inject } from 'vitest';
import type { Feature } from '../../../../shared/kernel/features.ts';

/**
 * What a run may find wrong: an effect that is missing, one that happened twice or without a cause, a record or figure that
 * stands otherwise than it should, a key of another MSP in a request, a secret where it can be read.
 */
export type Verdict = 'lost' | 'doubled' | 'drift' | 'foreign' | 'leaked';

export interface Wrong {
  verdict: Verdict;
  /** One sentence. */
  says: string;
}

/** How many of each were looked at: `{ records: 214, figures: 12 }`. */
export type Counts = Readonly<Record<string, number>>;

/** One run of a story in bad weather, as `npm run faults` counts it. */
export interface Played {
  feature: Feature;
  seed?: number;
  /** A crash point: `17-before`. */
  point?: string;
  /** What the trial itself did to deliveries; what was done to calls is the local cloud's to count. */
  injected: Counts;
  checked: Counts;
  wrong: readonly Wrong[];
}

/** Adds a run to the record that `npm run faults` reads, if somebody keeps one. */
export function note(played: Played): void {
  const file = inject('record');
  if (file) appendFileSync(file, `${JSON.stringify(played)}\n`);
}

/** Adds counts up. */
export function sum(...all: readonly Counts[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const [name, count] of all.flatMap(Object.entries)) total[name] = (total[name] ?? 0) + count;
  return total;
}
